"""Word 6 to 2003: the text through the piece table ([MS-DOC] 2.4.1), with headers, notes, comments and text boxes."""

from __future__ import annotations

import struct
from bisect import bisect_right
from collections.abc import Iterator
from dataclasses import dataclass, replace
from itertools import accumulate

from materials_lint.containers.harvest import Harvest
from materials_lint.containers.ole import Ole
from materials_lint.containers.pieces import Link, Paragraph, Piece, Place
from materials_lint.containers.word_fields import Field, meaning
from materials_lint.extractors.legacy_office._runs import Runs
from materials_lint.model.document import Concealment, Gap, NotReadError, Origin, Part, Reason

_WORD_97 = 0x00C1
_CLX, _HEADERS, _CHPX, _PRINTER, _ASSOCIATED, _SAVED_BY = 33, 11, 12, 27, 32, 71
_ASSOCIATED_NAMES = {1: "Template", 2: "title", 3: "subject", 4: "keywords", 6: "creator", 7: "lastModifiedBy", 8: "mail merge data", 9: "mail merge header"}
_STORIES = (("even pages", True), ("", True), ("even pages", False), ("", False), ("first page", True), ("first page", False))
_REPLACED = {"\x0b": "\n", "\x0c": "\n", "\x1e": "\u2011", "\x1f": "\u00ad"}
_DROPPED = set("\x00\x01\x02\x03\x04\x05\x06\x08\x0e\x0f")
_MOST_FIELDS = 64
_RESAVE = "Save it as .docx in Word and check that copy."


@dataclass(frozen=True, slots=True)
class Character:
    """A stretch of the text with where its bytes lie."""

    text: str
    offset: int
    wide: bool


def read(ole: Ole, out: Harvest) -> None:
    """Add the document's text. Raises NotReadError where it is locked or no text can be found."""
    stream = ole.read("WordDocument")
    if len(stream) < 0x60:
        raise NotReadError(Reason.DAMAGED, f"The document's text is missing. {_RESAVE}")
    version, flags = struct.unpack_from("<H", stream, 2)[0], struct.unpack_from("<H", stream, 10)[0]
    if flags & 0x0100:
        raise NotReadError(Reason.ENCRYPTED, "The file is locked with a password. Save a copy without the password and check that.")
    try:
        if version < _WORD_97:
            _read_word_6(stream, flags, out)
        else:
            _Reader(stream, ole.read("1Table" if flags & 0x0200 else "0Table"), out).read()
    except (struct.error, IndexError, ValueError) as error:
        out.gap(Gap(Reason.DAMAGED, f"The document is damaged ({error}); not all of its text was read. {_RESAVE}"))


def _read_word_6(stream: bytes, flags: int, out: Harvest) -> None:
    """Word 6 and 95 keep plain text in one piece, unless the file was saved "fast"."""
    start, counts = struct.unpack_from("<I", stream, 0x18)[0], struct.unpack_from("<6I", stream, 0x34)
    if flags & 0x0004:
        out.gap(Gap(Reason.UNSUPPORTED, f"This file of Word 6 or 95 was saved in pieces and can't be read in full. {_RESAVE}"))
    text = stream[start : start + min(sum(counts), len(stream))].decode("cp1252", errors="replace")
    for paragraph in _paragraphs([Piece(text)], Place()):
        for block in paragraph.blocks(Place()):
            out.add(block)


class _Reader:
    def __init__(self, stream: bytes, table: bytes, out: Harvest) -> None:
        self._stream, self._table, self._out = stream, table, out

    def _structure(self, index: int) -> bytes:
        """A structure of the table stream by its number in the FIB."""
        offset, length = struct.unpack_from("<II", self._stream, 154 + index * 8)
        return self._table[offset : offset + length]

    def read(self) -> None:
        self._names()
        counts = struct.unpack_from("<8I", self._stream, 76)
        body, notes, headers, _, comments, ends, boxes, header_boxes = counts
        self._characters = list(self._pieces(self._structure(_CLX)))
        if not self._characters:
            raise NotReadError(Reason.DAMAGED, f"The document's piece table is missing, so there is no text to check. {_RESAVE}")
        self._offsets = [0, *accumulate(len(piece.text) for piece in self._characters)][:-1]
        self._runs = Runs(self._stream, self._structure(_CHPX))
        starts = [0]
        for count in counts:
            starts.append(starts[-1] + count)
        self._headers(starts[2], headers, shown=True)
        self._story(0, body, Place())
        self._story(starts[6], boxes, Place(label="text box"))
        self._story(starts[7], header_boxes, Place(Part.HEADER, Origin.HEADER, label="text box"))
        self._story(starts[1], notes, Place(Part.NOTE, Origin.NOTE, label="footnote"))
        self._story(starts[5], ends, Place(Part.NOTE, Origin.NOTE, label="endnote"))
        self._headers(starts[2], headers, shown=False)
        self._story(starts[4], comments, Place(Part.COMMENT, Origin.COMMENT))

    def _pieces(self, clx: bytes) -> Iterator[Character]:
        position = 0
        while position + 3 <= len(clx) and clx[position] == 1:
            position += 3 + struct.unpack_from("<H", clx, position + 1)[0]
        if position + 5 > len(clx) or clx[position] != 2:
            return
        plc = clx[position + 5 : position + 5 + struct.unpack_from("<I", clx, position + 1)[0]]
        count = (len(plc) - 4) // 12
        ends = struct.unpack_from(f"<{count + 1}I", plc, 0)
        left = 2 * len(self._stream)
        for index in range(count):
            packed = struct.unpack_from("<I", plc, (count + 1) * 4 + index * 8 + 2)[0]
            length = min(ends[index + 1] - ends[index], len(self._stream)) if ends[index + 1] > ends[index] else 0
            left -= length
            if left < 0:
                raise ValueError("its pieces overlap")
            wide = not packed & 0x40000000
            offset = packed & 0x3FFFFFFF if wide else (packed & 0x3FFFFFFF) // 2
            data = self._stream[offset : offset + length * (2 if wide else 1)]
            text = data.decode("utf-16-le" if wide else "cp1252", errors="replace")
            yield Character(text.ljust(length, "\0")[:length] if not wide else _units(data, length), offset, wide)

    def _slice(self, start: int, count: int) -> list[Piece]:
        """The text of `count` characters from `start` on, cut where the formatting changes."""
        found: list[Piece] = []
        first_piece = max(0, bisect_right(self._offsets, start) - 1)
        for position, piece in zip(self._offsets[first_piece:], self._characters[first_piece:], strict=True):
            if position >= start + count:
                break
            low, high = max(start, position), min(start + count, position + len(piece.text))
            if low < high:
                step = 2 if piece.wide else 1
                first = piece.offset + (low - position) * step
                last = piece.offset + (high - position) * step
                for begin, end, run in self._runs.between(first, last):
                    text = piece.text[(begin - piece.offset) // step : (end - piece.offset) // step]
                    found.append(Piece(_whole(text), run.concealment, run.change, size=run.size))
        return found

    def _story(self, start: int, count: int, place: Place) -> None:
        for paragraph in _paragraphs(self._slice(start, count), place):
            for block in paragraph.blocks(place):
                self._out.add(block)

    def _headers(self, start: int, count: int, *, shown: bool) -> None:
        """The header document: six separators of notes, then six stories a section; `shown` asks for headers, else footers."""
        plc = self._structure(_HEADERS)
        ends = struct.unpack_from(f"<{len(plc) // 4}I", plc, 0)
        if not ends and shown:
            self._story(start, count, Place(Part.HEADER, Origin.HEADER))
        for index in range(6, len(ends) - 2):
            label, header = _STORIES[(index - 6) % 6]
            if header is shown and ends[index] < ends[index + 1] <= count + 2:
                part, origin = (Part.HEADER, Origin.HEADER) if header else (Part.FOOTER, Origin.FOOTER)
                self._story(start + ends[index], ends[index + 1] - ends[index], Place(part, origin, label=label))

    def _names(self) -> None:
        """Strings beside the text: the template, who saved it where, the printer."""
        for index, said in enumerate(_strings(self._structure(_ASSOCIATED))):
            if index in _ASSOCIATED_NAMES:
                self._out.property("associated strings", _ASSOCIATED_NAMES[index], said)
        saved = list(_strings(self._structure(_SAVED_BY))) if struct.unpack_from("<H", self._stream, 152)[0] > _SAVED_BY else []
        for author, path in zip(saved[::2], saved[1::2], strict=False):
            self._out.property("saved by", "author", author)
            self._out.property("saved by", "path", path)
        for key, words in zip(("printer", "port", "driver"), self._structure(_PRINTER).split(b"\0"), strict=False):
            self._out.property("printer", key, words.decode("cp1252", errors="replace"))


def _units(data: bytes, length: int) -> str:
    """One character a UTF-16 unit, so that positions stay those of the file."""
    count = min(length, len(data) // 2)
    return "".join(map(chr, struct.unpack_from(f"<{count}H", data, 0))).ljust(length, "\0")


def _whole(text: str) -> str:
    """Join surrogate pairs again."""
    return text.encode("utf-16-le", "surrogatepass").decode("utf-16-le", errors="replace")


def _strings(table: bytes) -> Iterator[str]:
    """Yield the strings of an STTB ([MS-DOC] 2.2.4)."""
    if len(table) < 6:
        return
    wide = table[:2] == b"\xff\xff"
    position = 6 if wide else 4
    extra = struct.unpack_from("<H", table, position - 2)[0]
    while position + (2 if wide else 1) <= len(table):
        length = struct.unpack_from("<H", table, position)[0] if wide else table[position]
        position += 2 if wide else 1
        size = length * 2 if wide else length
        yield table[position : position + size].decode("utf-16-le" if wide else "cp1252", errors="replace")
        position += size + extra


def _paragraphs(pieces: list[Piece], place: Place) -> Iterator[Paragraph]:
    """Cut at paragraph and cell marks; field codes are taken out and said as links."""
    paragraph, fields = Paragraph(), list[Field]()
    for piece in pieces:
        start = 0
        for position, character in enumerate(piece.text):
            if character not in "\r\x07\x13\x14\x15":
                continue
            _say(replace(piece, text=piece.text[start:position]), paragraph, fields)
            start = position + 1
            if character == "\x13":
                if len(fields) >= _MOST_FIELDS:
                    _close(fields.pop(0), paragraph, place)
                fields.append(Field())
            elif character == "\x14" and fields:
                fields[-1].in_result = True
            elif character == "\x15" and fields:
                _close(fields.pop(), paragraph, place)
            elif character in "\r\x07":
                yield paragraph
                paragraph = Paragraph()
        _say(replace(piece, text=piece.text[start:]), paragraph, fields)
    for field in fields:
        _close(field, paragraph, place)
    yield paragraph


def _say(piece: Piece, paragraph: Paragraph, fields: list[Field]) -> None:
    text = "".join(_REPLACED.get(c, c) for c in piece.text if c not in _DROPPED)
    if not text:
        return
    code = next((f for f in fields if not f.in_result), None)
    if code is not None:
        code.code.append(text)
        return
    for field in fields:
        field.result.append(text)
    paragraph.pieces.append(replace(piece, text=text))


def _close(field: Field, paragraph: Paragraph, place: Place) -> None:
    found = meaning("".join(field.code))
    if found.target:
        paragraph.links.append(Link(found.target, "".join(field.result), found.tooltip))
    if found.words:
        paragraph.extras.append(place.block(found.words, label=f"field {found.name}", concealment=Concealment.HIDDEN_FORMAT))
