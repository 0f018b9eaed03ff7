"""Letters of other scripts that are drawn like Latin ones, by what they are drawn like (lower case).

Chosen by eye for host names and mailboxes; for whole words only, so that Cyrillic or Greek prose is never touched.
"""

TWINS = {
    "a": "аɑαａⱥ",
    "b": "вьЬƄɓ",
    "c": "сϲᴄⅽꮯ",
    "d": "ԁɗⅾժ",
    "e": "еєҽεℯ℮",
    "f": "ϝſƒ",
    "g": "ɡցɢ",
    "h": "һнհʜ",
    "i": "İіıιӏɩɪίϊ|ꭵՙ",
    "j": "јʝϳյ",
    "k": "кκᴋ",
    "l": "ⅼӀǀʟ",
    "m": "мᴍⅿ",
    "n": "пηոռɴή",
    "o": "оοօσᴏ০०ό",
    "p": "рρᴘ",
    "q": "ԛգ",
    "r": "гᴦʀ",
    "s": "ѕꜱʂտ",
    "t": "тτᴛեƭ",
    "u": "иυսᴜʋцύμ",
    "v": "ѵνᴠⅴ",
    "w": "ԝωᴡաѡ",
    "x": "хχⅹ",
    "y": "уүγʏყ",
    "z": "ᴢʐζ",
}

LATIN: dict[int, str] = {ord(twin): latin for latin, twins in TWINS.items() for twin in twins}
