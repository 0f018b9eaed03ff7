"""What a page gives, gathered in the order it is met."""

from __future__ import annotations

from dataclasses import dataclass, field

from materials_lint.containers.data_uris import parse_data_uri
from materials_lint.model.document import Concealment, Gap, MetadataField, Origin, Part, Reason, TextBlock
from materials_lint.model.source import Embedded, Role

_MOST_NAMED = 3


@dataclass
class Collector:
    """Blocks, properties, files inside, and the names of pictures that lie elsewhere."""

    blocks: list[TextBlock] = field(default_factory=list)
    metadata: list[MetadataField] = field(default_factory=list)
    embedded: list[Embedded] = field(default_factory=list)
    elsewhere: dict[str, None] = field(default_factory=dict)
    framed: dict[str, None] = field(default_factory=dict)
    damaged: int = 0

    def add_property(self, group: str, name: str, value: str) -> None:
        """Keep a property that says something."""
        if value.strip():
            self.metadata.append(MetadataField(group, name, value.strip()))

    def add_link(self, target: str, label: str, context: str, part: Part, concealment: Concealment | None = None) -> None:
        """Keep a link's target; a data: URI becomes a file inside."""
        target = target.strip()
        if target[:5].lower() == "data:":
            self.add_data(target, Role.OBJECT, "link")
        elif target and not target.startswith("#") and not target.lower().startswith("javascript:void"):
            shown = "" if context == target else context
            self.blocks.append(TextBlock(target, Origin.LINK_TARGET, part, label=label, context=shown, concealment=concealment))

    def add_picture(self, target: str, part: Part, concealment: Concealment | None, *, tiny: bool = False) -> None:
        """Keep where a picture comes from; one that is neither in the page nor in the mail around it was not looked at."""
        target = target.strip()
        if target[:5].lower() == "data:":
            self.add_data(target, Role.PICTURE, "picture")
        elif target:
            self.blocks.append(TextBlock(target, Origin.LINK_TARGET, part, label="image source", concealment=concealment))
            if not tiny and not target.lower().startswith("cid:"):
                self.elsewhere[target] = None

    def add_data(self, uri: str, role: Role, stem: str) -> None:
        """Unpack a data: URI into a file inside the page."""
        found = parse_data_uri(uri)
        if found is None:
            self.damaged += 1
        elif found.data:
            self.embedded.append(Embedded(f"{stem}-{len(self.embedded) + 1}.{found.ending}", found.data, role))

    def add_page(self, html: str) -> None:
        """Keep a page written into a frame's srcdoc."""
        if html.strip():
            self.embedded.append(Embedded(f"frame-{len(self.embedded) + 1}.html", html.encode("utf-8-sig", "replace"), Role.MEMBER))

    def gaps(self) -> tuple[Gap, ...]:
        """Tell what of the page lies outside it."""
        found: list[Gap] = []
        if self.elsewhere:
            named = _named(list(self.elsewhere))
            found.append(
                Gap(
                    Reason.NOT_EXAMINED,
                    f"Pictures outside the file were not looked at: {named}. Save the page with its pictures as one file (.mhtml or PDF) and check that.",
                )
            )
        if self.framed:
            named = _named(list(self.framed))
            found.append(Gap(Reason.MISSING, f"Frames of this page show other pages, which were not read: {named}. Save and check those pages by themselves."))
        if self.damaged:
            found.append(Gap(Reason.DAMAGED, f"Files written into this page are damaged and were not read ({self.damaged}). Save the page again."))
        return tuple(found)


def _named(names: list[str]) -> str:
    shown = ", ".join(name if len(name) <= 80 else f"{name[:77]}..." for name in names[:_MOST_NAMED])
    return f"{shown} and {len(names) - _MOST_NAMED} more" if len(names) > _MOST_NAMED else shown
