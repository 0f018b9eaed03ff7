"""What a destination of RTF means once its group is closed."""

from __future__ import annotations

import re
from dataclasses import dataclass, field

from materials_lint.extractors.rtf import _words
from materials_lint.extractors.rtf._objects import from_hex, picture, unpack_object
from materials_lint.extractors.rtf._state import Gather, State
from materials_lint.extractors.rtf._story import Story
from materials_lint.model.document import Concealment, Gap, MetadataField, Origin, Part, Reason, TextBlock
from materials_lint.model.source import Embedded, Role

_FIELD = re.compile(r"^\s*(HYPERLINK|INCLUDEPICTURE|INCLUDETEXT|LINK|DDEAUTO|DDE|MACROBUTTON|MAILTO)\b(.*)", re.IGNORECASE | re.DOTALL)
_ARGUMENT = re.compile(r"\\([a-zA-Z*])|\"([^\"]*)\"|([^\s\"]+)")
_OBJECT = "An object pasted into this document could not be unpacked. Open the document, save the object as a file of its own and check that."
_SHAPE_TEXTS = {"gtextUNICODE": Origin.TEXT_LAYER, "wzDescription": Origin.ALT_TEXT, "wzTooltip": Origin.ALT_TEXT}
_FORM = {"ffdeftext": "default text", "ffhelptext": "help text", "ffstattext": "status line"}


@dataclass
class Finisher:
    """Takes complete destinations and keeps what they give."""

    metadata: list[MetadataField] = field(default_factory=list)
    embedded: list[Embedded] = field(default_factory=list)
    gaps: list[Gap] = field(default_factory=list)
    author: str = ""
    revisers: list[str] = field(default_factory=list)
    _fields: list[list[Story]] = field(default_factory=list)
    _shape_property: str = ""
    _property: str = ""

    def begin_field(self) -> None:
        """A field's group opens."""
        self._fields.append([])

    def end_field(self) -> None:
        """A field's group closes: its link's words are complete."""
        for story in self._fields.pop() if self._fields else []:
            story.close_link()

    def finish(self, gather: Gather, state: State) -> None:
        """Take a gathered destination."""
        text = gather.text.strip()
        if gather.name in _words.PROPERTIES:
            group, name = _words.PROPERTIES[gather.name]
            self._property_found(group, name or self._property or "property", text)
        elif gather.name in _words.INFO:
            self._property_found("info", gather.name, text)
        elif gather.name in {"pict", "objdata"}:
            self._file(gather)
        elif gather.name == "fldinst":
            self._field(text, state.story)
        elif gather.name == "sv":
            self._shape(text, state.story)
        elif text:
            self._remember(gather.name, text, state)

    def _remember(self, name: str, text: str, state: State) -> None:
        """Keep what names or labels something that comes after, and small texts beside the body."""
        if name in {"atnauthor", "atnid"}:
            self.author = text
        elif name == "revtbl":
            self.revisers = [part.strip() for part in text.split(";")]
        elif name == "sn":
            self._shape_property = text
        elif name == "propname":
            self._property = text
        elif name == "hlsrc":
            state.story.blocks.append(TextBlock(text, Origin.LINK_TARGET, state.part, label="shape"))
        elif name in _FORM:
            state.story.blocks.append(TextBlock(text, Origin.FORM_FIELD, Part.FORM, label=_FORM[name]))

    def _property_found(self, group: str, name: str, value: str) -> None:
        value = value.rstrip(";").strip()
        if value:
            self.metadata.append(MetadataField(group, name, value))

    def _field(self, instruction: str, story: Story) -> None:
        r"""Keep where a field leads: HYPERLINK "target" \\l "place in it" and its kin."""
        match = _FIELD.match(instruction)
        if match is None:
            return
        arguments = [quoted or bare for switch, quoted, bare in _ARGUMENT.findall(match[2]) if quoted or bare]
        places = re.search(r"\\l\s+\"([^\"]*)\"", match[2])
        inside = places[1] if places else ""
        target = next((argument for argument in arguments if argument != inside), "")
        if target and match[1].upper() == "LINK" and len(arguments) > 1:
            target = arguments[1]
        if target:
            story.open_link(target.replace("\\\\", "\\"))
            if self._fields:
                self._fields[-1].append(story)

    def _file(self, gather: Gather) -> None:
        data = from_hex(gather.text)
        if gather.name == "pict":
            ending, content = picture(data, gather.kind)
            if content:
                self.embedded.append(Embedded(f"picture-{len(self.embedded) + 1}.{ending}", content, Role.PICTURE))
            return
        found = unpack_object(data)
        if found is None:
            self.gaps.append(Gap(Reason.UNSUPPORTED, _OBJECT))
        else:
            self.embedded.append(Embedded(found[0], found[1], Role.OBJECT))

    def _shape(self, value: str, story: Story) -> None:
        """Keep the words of WordArt and the descriptions of drawings."""
        origin = _SHAPE_TEXTS.get(self._shape_property)
        if origin is not None and value:
            story.blocks.append(TextBlock(value, origin, Part.BODY, label="" if origin is Origin.TEXT_LAYER else "alt"))
        elif self._shape_property == "fHidden" and value == "1":
            story.blocks.append(TextBlock("hidden shape", Origin.HIDDEN, Part.BODY, concealment=Concealment.HIDDEN_FORMAT))
