"""The walk through one paragraph's XML (ECMA-376 part 1, 17.3)."""

from __future__ import annotations

from collections.abc import Callable

from lxml import etree

from materials_lint.containers.names import attribute, child, every, name, text_of
from materials_lint.containers.opc import Relationship
from materials_lint.containers.pieces import Link, Paragraph, Piece, Place
from materials_lint.containers.word_fields import Field, meaning
from materials_lint.extractors.word._looks import Looks
from materials_lint.model.document import Concealment, Origin, Part

_SPACE = "{http://www.w3.org/XML/1998/namespace}space"
_SKIPPED = {
    "",
    "w:pPr",
    "w:rPr",
    "w:tcPr",
    "w:sdtPr",
    "w:sdtEndPr",
    "w:smartTagPr",
    "w:customXmlPr",
    "w:rubyPr",
    "w:proofErr",
    "w:lastRenderedPageBreak",
    "m:oMathParaPr",
    "m:ctrlPr",
    "w:ffData",
}
_CHARACTERS = {"w:tab": "\t", "w:ptab": "\t", "w:br": "\n", "w:cr": "\n", "w:noBreakHyphen": "\u2011", "w:softHyphen": "\u00ad"}
_CHANGES = {"w:ins": "inserted", "w:moveTo": "inserted", "w:del": "deleted", "w:moveFrom": "deleted"}
_PICTURE_FONTS = ("symbol", "wingdings", "webdings", "mt extra")
_MOST_FIELDS = 64
_FLOATS = {"w:drawing", "w:pict", "w:object", "w:control", "w:movie"}


class Inline:
    """Fills a Paragraph. `fields` is the stack of open fields, which may span paragraphs."""

    def __init__(self, looks: Looks, relationships: dict[str, Relationship], fields: list[Field], keep_space: bool) -> None:
        self._looks = looks
        self._relationships = relationships
        self._fields = fields
        self._keep_space = keep_space
        self._handlers: dict[str, Callable[[etree._Element], None]] = {
            "w:t": self._text,
            "w:delText": self._text,
            "m:t": self._text,
            "w:instrText": self._code,
            "w:delInstrText": self._code,
            "w:fldChar": self._field_mark,
            "w:fldSimple": self._simple_field,
            "w:hyperlink": self._hyperlink,
            "w:sym": self._symbol,
            "w:commentReference": self._comment,
            "mc:AlternateContent": self._alternate,
            "w:rt": self._ruby,
        }

    def read(self, element: etree._Element, place: Place) -> Paragraph:
        """Return what the paragraph `element` holds."""
        self._place = place
        self._paragraph = Paragraph()
        properties = child(element, "w:pPr")
        self._base = self._look = self._looks.paragraph(properties)
        self._ground = self._looks.paragraph_ground(properties) or place.ground
        self._change, self._author = place.change, place.author
        if name(element) == "w:r":
            self._run(element)
        else:
            self._walk(element)
        return self._paragraph

    def _walk(self, parent: etree._Element) -> None:
        for element in parent:
            kind = name(element)
            if kind in _SKIPPED:
                continue
            handler = self._handlers.get(kind)
            if handler is not None:
                handler(element)
            elif kind == "w:r":
                self._run(element)
            elif kind in _CHANGES:
                self._changed(element, _CHANGES[kind])
            elif kind in _CHARACTERS:
                self._say(_CHARACTERS[kind])
            elif kind in _FLOATS:
                self._paragraph.floats.append(element)
            elif kind == "w:sdt":
                self._control(element)
                self._walk(element)
            else:
                self._walk(element)

    def _run(self, run: etree._Element) -> None:
        before = self._look
        self._look = self._looks.run(self._base, child(run, "w:rPr"))
        self._walk(run)
        self._look = before

    def _changed(self, element: etree._Element, change: str) -> None:
        before = self._change, self._author
        # What was deleted stays deleted, whoever inserted it before.
        self._change = "deleted" if "deleted" in {self._change, change} else change
        self._author = attribute(element, "w:author") or self._author
        self._walk(element)
        self._change, self._author = before

    def _say(self, text: str) -> None:
        for field in self._fields:
            if not field.in_result:
                field.code.append(text)
                return
        for field in self._fields:
            field.result.append(text)
        concealment = self._place.concealment or self._look.concealment(self._ground)
        self._paragraph.pieces.append(Piece(text, concealment, self._change, self._author, self._look.size))

    def _text(self, element: etree._Element) -> None:
        text = text_of(element)
        if not self._keep_space and element.get(_SPACE) != "preserve":
            text = text.strip(" \t\r\n")
        if text:
            self._say(text)

    def _symbol(self, element: etree._Element) -> None:
        font = attribute(element, "w:font").lower()
        try:
            code = int(attribute(element, "w:char"), 16)
        except ValueError:
            return
        if 0xF020 <= code <= 0xF0FF and not font.startswith(_PICTURE_FONTS):
            code -= 0xF000
        if 0 < code < 0x110000 and not 0xD800 <= code < 0xE000:
            self._say(chr(code))

    def _ruby(self, element: etree._Element) -> None:
        words = "".join(text_of(t) for t in every(element, "w:t"))
        self._paragraph.extras.append(self._place.block(words, context=""))

    def _comment(self, element: etree._Element) -> None:
        self._paragraph.comments.append(attribute(element, "w:id"))

    def _alternate(self, element: etree._Element) -> None:
        for branch in branches(element):
            self._walk(branch)

    def _hyperlink(self, element: etree._Element) -> None:
        start = len(self._paragraph.pieces)
        self._walk(element)
        rel = self._relationships.get(attribute(element, "r:id"))
        target = rel.target if rel is not None and rel.external else ""
        anchor = attribute(element, "w:anchor")
        tooltip = attribute(element, "w:tooltip")
        if target or tooltip:
            target = f"{target}#{anchor}" if target and anchor else target
            self._paragraph.links.append(Link(target, self._paragraph.words_since(start), tooltip))

    def _control(self, element: etree._Element) -> None:
        """A content control's choices and placeholder names are not all shown."""
        for item in every(child(element, "w:sdtPr"), "w:listItem"):
            said = attribute(item, "w:displayText") or attribute(item, "w:value")
            self._paragraph.extras.append(self._place.block(said, origin=Origin.FORM_FIELD, part=Part.FORM, label="choice", concealment=None))

    def _simple_field(self, element: etree._Element) -> None:
        self._fields.append(Field([attribute(element, "w:instr")], in_result=True))
        self._walk(element)
        self._end()

    def _code(self, element: etree._Element) -> None:
        if self._fields and not self._fields[-1].in_result:
            self._fields[-1].code.append(text_of(element))
        elif self._fields:
            self._say(text_of(element))
        else:
            self._fields.append(Field([text_of(element)]))
            self._end()

    def _field_mark(self, element: etree._Element) -> None:
        kind = attribute(element, "w:fldCharType")
        if kind == "begin":
            if len(self._fields) >= _MOST_FIELDS:
                self.close(self._fields.pop(0), self._paragraph, self._place)
            self._fields.append(Field())
            self._form(element)
        elif kind == "separate" and self._fields:
            self._fields[-1].in_result = True
        elif kind == "end" and self._fields:
            self._end()

    def _form(self, element: etree._Element) -> None:
        data = child(element, "w:ffData")
        label = attribute(child(data, "w:name"), "w:val") if child(data, "w:name") is not None else ""  # type: ignore[arg-type]
        for item in every(data, "w:helpText", "w:statusText", "w:listEntry", "w:default"):
            said = attribute(item, "w:val")
            if not said.isdigit():
                self._paragraph.extras.append(self._place.block(said, origin=Origin.FORM_FIELD, part=Part.FORM, label=label, concealment=None))

    def _end(self) -> None:
        self.close(self._fields.pop(), self._paragraph, self._place)

    @staticmethod
    def close(field: Field, paragraph: Paragraph, place: Place) -> None:
        """Say what a field's code holds, now that its result is known."""
        found = meaning("".join(field.code))
        if found.target or found.tooltip:
            paragraph.links.append(Link(found.target, "".join(field.result), found.tooltip))
        if found.words:
            block = place.block(found.words, label=f"field {found.name}", context=paragraph.shown.strip(), concealment=Concealment.HIDDEN_FORMAT)
            paragraph.extras.append(block)


def branches(element: etree._Element) -> list[etree._Element]:
    """Return the branches of an `mc:AlternateContent` to read: all whose words no branch before has."""
    chosen: list[etree._Element] = []
    said: set[str] = set()
    for branch in element:
        if name(branch) not in {"mc:Choice", "mc:Fallback"}:
            continue
        words = _words(branch)
        if not words <= said:
            chosen.append(branch)
            said |= words
    return chosen or [b for b in element if name(b) == "mc:Choice"][:1]


def _words(branch: etree._Element) -> set[str]:
    paragraphs = ("".join(text_of(t) for t in every(p, "w:t", "w:delText", "a:t")).strip() for p in every(branch, "w:p", "a:p"))
    loose = ("".join(text_of(t) for t in every(branch, "w:t", "m:t")),) if not any(True for _ in every(branch, "w:p", "a:p")) else ()
    art = (attribute(path, "string") for path in every(branch, "v:textpath"))
    return {words for words in (*paragraphs, *loose, *art) if words}
