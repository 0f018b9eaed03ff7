"""Reading RTF group by group with a stack of our own: depth is counted, never recursed."""

from __future__ import annotations

from collections.abc import Callable
from copy import copy

from materials_lint.containers.charsets import codec_named, without_controls
from materials_lint.containers.colours import Colour
from materials_lint.extractors.rtf import _words
from materials_lint.extractors.rtf._finish import Finisher
from materials_lint.extractors.rtf._state import Gather, State
from materials_lint.extractors.rtf._story import Manner, Story
from materials_lint.extractors.rtf._tokens import Kind, Token, tokens
from materials_lint.model.document import Document, Gap, NotReadError, Origin, Page, Part, Reason, TextBlock
from materials_lint.model.source import Extraction, Limits, Source

_LONG = "Only the first max_text_chars = {limits.max_text_chars} characters were read. Raise the limit or split the file."
_DEEP = (
    "The file is nested deeper than max_xml_depth = {limits.max_xml_depth}; what lies deeper was read as plain text. "
    "Save it again in a word processor and check that copy."
)
_READABLE = _words.OPENED | _words.GATHERED | frozenset(_words.STORIES) | {"colortbl", "fonttbl"}
_DAMAGED = "The RTF file breaks off before its end. Open it in a word processor, save it again and check that copy."


def read(source: Source, limits: Limits) -> Extraction:
    """Read an RTF file. Raises NotReadError where it holds no text, picture or property at all."""
    reader = _Reader(source.data, limits)
    reader.run()
    found = reader.finisher
    blocks = reader.blocks()
    if not (blocks or found.metadata or found.embedded or found.gaps):
        raise NotReadError(Reason.EMPTY, "The RTF file holds no text. Open it in a word processor and save it again.")
    document = Document("rtf", (Page(None, tuple(blocks)),), tuple(found.metadata), tuple(dict.fromkeys(found.gaps)))
    return Extraction(document, tuple(found.embedded))


class _Reader:
    """One pass over one file."""

    def __init__(self, data: bytes, limits: Limits) -> None:
        self._data = data
        self._limits = limits
        body = Story()
        self._stories = [body]
        self._state = State(body)
        self._stack: list[State] = []
        self._beyond = 0
        self._too_deep = False
        self._codepage = "cp1252"
        self._default_font = 0
        self._fonts: dict[int, str] = {}
        self._colours: list[Colour | None] = []
        self._mixing: dict[str, int] = {}
        self._bytes = bytearray()
        self._to_skip = 0
        self._high: int | None = None
        self._row_shaded = False
        self._chars = 0
        self.finisher = Finisher()

    def run(self) -> None:
        """Read all tokens."""
        act: dict[Kind, Callable[[Token], None]] = {Kind.OPEN: self._open, Kind.CLOSE: self._close, Kind.WORD: self._word}
        act |= {Kind.SYMBOL: self._symbol, Kind.BINARY: self._binary}
        for token in tokens(self._data, max(0, self._data.find(b"{"))):
            if token.kind is Kind.BYTES:
                self._take_bytes(token.data)
                continue
            self._flush()
            act[token.kind](token)
            if self._chars > self._limits.max_text_chars:
                self._gap(Reason.TOO_LARGE, _LONG.format(limits=self._limits))
                break
        self._flush()
        if self._stack and self._chars <= self._limits.max_text_chars:
            self._gap(Reason.DAMAGED, _DAMAGED)
        while self._stack:
            self._close(Token(Kind.CLOSE))
        for story in self._stories:
            story.end()

    def blocks(self) -> list[TextBlock]:
        """Return the text of all stories, the body first."""
        return [block for story in self._stories for block in story.blocks]

    def _gap(self, reason: Reason, message: str) -> None:
        self.finisher.gaps.append(Gap(reason, message))

    # Groups

    def _open(self, _token: Token) -> None:
        self._to_skip = 0
        if len(self._stack) >= self._limits.max_xml_depth:
            self._beyond += 1
            if not self._too_deep:
                self._too_deep = True
                self._gap(Reason.TOO_LARGE, _DEEP.format(limits=self._limits))
            return
        self._stack.append(self._state)
        self._state = copy(self._state)
        self._state.closes = ""
        self._state.starred = False

    def _close(self, _token: Token) -> None:
        self._to_skip = 0
        if self._beyond:
            self._beyond -= 1
            return
        if not self._stack:
            return
        closed, self._state = self._state, self._stack.pop()
        if closed.closes == "gather" and closed.gather is not None:
            self.finisher.finish(closed.gather, self._state)
        elif closed.closes == "field":
            self.finisher.end_field()
        elif closed.closes == "story":
            closed.story.end()

    # Words

    def _word(self, token: Token) -> None:
        word, number = token.word, token.number
        if word == "u" and number is not None:
            self._unicode(number)
        elif self._destination(word):
            return
        elif self._state.table:
            self._table(word, number)
        elif word in _words.BREAKS:
            self._add(_words.BREAKS[word])
            self._state.paragraph_paper = self._state.paragraph_paper if word != "row" else 0
        elif word in _words.CHARACTERS:
            self._add(_words.CHARACTERS[word])
        elif word in _words.PICTURES and self._state.gather is not None:
            self._state.gather.kind = _words.PICTURES[word]
        else:
            self._format(word, number)

    def _destination(self, word: str) -> bool:
        """Begin a destination where the word is one; True where it was."""
        state = self._state
        if self._beyond:
            return False
        if state.starred:
            state.starred = False
            state.skipped = state.skipped or (word not in _READABLE and not (state.in_info and word in _words.INFO))
        if state.skipped or word in _words.SKIPPED:
            state.skipped = True
        elif word in _words.STORIES:
            self._begin_story(word)
        elif word in _words.GATHERED or (state.in_info and word in _words.INFO):
            state.gather, state.closes = Gather(word), "gather"
        else:
            return self._opening(word)
        return True

    def _opening(self, word: str) -> bool:
        """Begin a group that changes how what is inside is read; True where the word does."""
        state = self._state
        if word in {"fonttbl", "colortbl"}:
            state.table = word
        elif word == "info":
            state.in_info = True
        elif word == "field":
            state.closes = "field"
            self.finisher.begin_field()
        elif word == "fldrslt":
            state.gather = None
        else:
            return False
        return True

    def _begin_story(self, word: str) -> None:
        state = self._state
        origin, part = _words.STORIES[word]
        if origin is Origin.TEXT_LAYER and state.origin is not Origin.TEXT_LAYER:
            origin, part = state.origin, state.part
        state.story = Story(label=self.finisher.author if part is Part.COMMENT else "")
        state.origin, state.part, state.closes, state.gather = origin, part, "story", None
        state.paper_unknown = word in {"shptxt", "dptxbxtext"}
        state.hidden = state.deleted = state.inserted = False
        self._stories.append(state.story)

    def _table(self, word: str, number: int | None) -> None:
        r"""Read the font table (\fN \fcharsetN) and the colour table (\redN \greenN \blueN;)."""
        if word == "f" and number is not None:
            self._state.font = number
        elif word == "fcharset" and number in _words.CHARSETS:
            self._fonts[self._state.font] = _words.CHARSETS[number]
        elif word == "cpg" and number and (codec := codec_named(f"cp{number}")):
            self._fonts[self._state.font] = codec
        elif word in {"red", "green", "blue"}:
            self._mixing[word] = max(0, min(255, number or 0))

    def _format(self, word: str, number: int | None) -> None:
        state = self._state
        on = number != 0
        simple = {"v": "hidden", "deleted": "deleted", "revised": "inserted"}
        numbers = {"cf": "colour", "cb": "paper", "chcbpat": "paper", "highlight": "paper", "cbpat": "paragraph_paper"}
        numbers |= {"fs": "half_points", "f": "font", "uc": "skip", "revauth": "reviser", "revauthdel": "reviser"}
        if word in simple:
            setattr(state, simple[word], on)
        elif word in numbers:
            setattr(state, numbers[word], max(0, number if number is not None else {"fs": 24, "uc": 1}.get(word, 0)))
        elif word == "plain":
            state.plain()
        elif word == "pard":
            state.paragraph_paper = 0
        elif word == "trowd":
            self._row_shaded = False
        elif word in {"clcbpat", "clcfpat", "clshdng", "trcbpat"} and number:
            self._row_shaded = True
        elif word == "ansicpg" and number and (codec := codec_named(f"cp{number}")):
            self._codepage = codec
        elif word in _words.CODEPAGES:
            self._codepage = _words.CODEPAGES[word]
        elif word == "deff":
            self._default_font = number or 0

    # Text

    def _symbol(self, token: Token) -> None:
        if token.word == "*":
            self._state.starred = True
        elif self._to_skip:
            self._to_skip -= 1
        elif token.word in _words.SYMBOLS:
            self._add(_words.SYMBOLS[token.word])

    def _binary(self, token: Token) -> None:
        if self._state.gather is not None:
            self._state.gather.parts.append(token.data.hex())

    def _unicode(self, number: int) -> None:
        unit = number & 0xFFFF
        if 0xD800 <= unit < 0xDC00:
            self._high = unit
        elif self._high is not None and 0xDC00 <= unit < 0xE000:
            self._add(chr(0x10000 + ((self._high - 0xD800) << 10) + (unit - 0xDC00)))
            self._high = None
        elif 0xF000 <= unit <= 0xF0FF:
            self._add(chr(unit - 0xF000) if unit >= 0xF020 else "")
        elif not 0xD800 <= unit < 0xE000:
            self._add(chr(unit))
        self._to_skip = self._state.skip

    def _take_bytes(self, data: bytes) -> None:
        skipped = min(self._to_skip, len(data))
        self._to_skip -= skipped
        self._bytes += data[skipped:] if skipped else data

    def _flush(self) -> None:
        """Decode the bytes gathered so far by the font's or the document's code page."""
        if not self._bytes:
            return
        data = bytes(self._bytes)
        self._bytes.clear()
        if self._state.table == "colortbl":
            self._end_colours(data.count(b";"))
            return
        if self._state.skipped or self._state.table:
            return
        font = self._state.font if self._state.font >= 0 else self._default_font
        self._add(data.decode(self._fonts.get(font, self._codepage), errors="replace"))

    def _end_colours(self, count: int) -> None:
        for _ in range(min(count, 1000)):
            mixed = self._mixing
            self._colours.append((mixed.get("red", 0), mixed.get("green", 0), mixed.get("blue", 0)) if mixed else None)
            self._mixing = {}

    def _add(self, text: str) -> None:
        state = self._state
        if state.skipped or not text:
            return
        self._chars += len(text)
        if state.gather is not None:
            state.gather.parts.append(text)
        elif not state.in_info:
            changed = "deleted" if state.deleted else "inserted" if state.inserted else ""
            manner = Manner(state.origin, state.part, state.concealment(self._colours, paper_unknown=self._row_shaded), self._changed(changed))
            state.story.add(without_controls(text), manner)

    def _changed(self, how: str) -> str:
        """Return "deleted, Name" for a tracked change."""
        if not how:
            return ""
        names = self.finisher.revisers
        name = names[self._state.reviser] if 0 < self._state.reviser < len(names) else ""
        return f"{how}, {name}" if name else how
