"""Endings of host names. Country codes: ISO 3166 as delegated; general ones: those met in official and campaign materials."""

_words = str.split

GENERAL = frozenset(
    _words(
        "com org net int edu gov mil info biz eu io app dev online site website web blog news press media digital network email "
        "vote voting support foundation ngo ong international world global group team live life today social academy center centre agency "
        "page link click space tech cloud studio design company solutions services systems studio asia africa cat museum aero coop jobs "
        "mobi name pro tel travel post xyz top club shop store one earth green city town paris london berlin swiss fund charity community "
        "events guide plus zone lol wiki example test invalid localhost local arpa"
    )
)

COUNTRY = frozenset(
    _words(
        "ac ad ae af ag ai al am ao aq ar as at au aw ax az ba bb bd be bf bg bh bi bj bm bn bo br bs bt bw by bz ca cc cd cf cg ch ci ck cl cm cn co "
        "cr cu cv cw cx cy cz de dj dk dm do dz ec ee eg er es et fi fj fk fm fo fr ga gb gd ge gf gg gh gi gl gm gn gp gq gr gs gt gu gw gy hk hm hn "
        "hr ht hu id ie il im in iq ir is it je jm jo jp ke kg kh ki km kn kp kr kw ky kz la lb lc li lk lr ls lt lu lv ly ma mc md me mg mh mk ml mm "
        "mn mo mp mq mr ms mt mu mv mw mx my mz na nc ne nf ng ni nl no np nr nu nz om pa pe pf pg ph pk pl pm pn pr ps pt pw py qa re ro rs ru rw sa "
        "sb sc sd se sg sh si sk sl sm sn so sr ss st su sv sx sy sz tc td tf tg th tj tk tl tm tn to tr tt tv tw tz ua ug uk us uy uz va vc ve vg vi "
        "vn vu wf ws ye yt za zm zw рф бел укр мкд 中国 中國 公司 网络 香港 台灣 台湾 قطر مصر امارات السعودية تونس المغرب الجزائر عمان فلسطين سورية الاردن"
    )
)

# Words, abbreviations and file endings that look like the end of a host name where a space is missing after a full stop.
WORDLIKE = frozenset(
    _words(
        "as at be by do es in is it la me my no so to us am an al de et id im le li ma na ne ni om pa re sa se si su tu un en ai md py rs sh ps pl cc "
        "hm page name post one life today world group team center centre plus local live link support guide events media global international press news "
        "digital network email vote voting community example test shop store"
    )
)

# Endings that a stray space around the dot does not make doubtful, and those that make a spelt-out dot clear by themselves.
SPACED = frozenset(_words("int com org net edu gov eu ch fr info example"))
WATCHED = frozenset({"int"})

KNOWN = GENERAL | COUNTRY

# Hosts of one letter that are real, for names written without a scheme.
SHORT = frozenset({"x.com", "t.me", "t.co", "g.co"})

# Mail hosts that are known where a line end breaks them.
BROKEN = ("itu.int", "itu.ch")

# What a letter or digit mistaken for another makes of endings and names that can't exist otherwise.
MISREAD_ENDINGS = {"lnt": "int", "1nt": "int", "|nt": "int"}
MISREAD_NAMES = {("ltu", "int"): ("itu", "int"), ("1tu", "int"): ("itu", "int"), ("|tu", "int"): ("itu", "int")}
