"""The pictures of a document whose words nobody read; said as a gap so that they never pass in silence."""

from __future__ import annotations

from collections.abc import Iterator

from materials_lint.model.document import Document, Gap, Picture, Reason

SMALLEST = 24
_NAMED = 3
_PICTURE_FORMATS = frozenset({"image", "svg"})


def unseen_pictures(document: Document, *, looked: bool) -> Gap | None:
    """Return a gap that counts the distinct pictures of the file and those inside it, or None where there are none.

    `looked` tells whether they were looked at for marks.

    Pictures under 24 pixels a side (bullets, spacers) are passed over: no mark or word can be made out in them.
    """
    distinct: dict[object, Picture] = {}
    for part in document.tree():
        for picture in _pictures(part):
            distinct.setdefault(picture.sha256 or (part.member, picture.page, picture.name), picture)
    if not distinct:
        return None
    own = {picture.name for page in document.pages for picture in page.pictures if document.format in _PICTURE_FORMATS}
    names = [picture.name for picture in distinct.values() if picture.name and picture.name not in own]
    listed = ", ".join(names[:_NAMED]) + (", ..." if len(names) > _NAMED else "")
    where = f" ({listed})" if listed else ""
    one = len(distinct) == 1
    count = f"1 picture{where}" if one else f"{len(distinct)} pictures{where}"
    if looked:
        told = f"The words in {count} were not read: this version looks for marks in pictures, but does not read text in them."
    else:
        told = f"{count} {'was' if one else 'were'} not looked at: no rule on marks was asked for, and this version does not read text in pictures."
    return Gap(Reason.NOT_EXAMINED, told)


def _pictures(document: Document) -> Iterator[Picture]:
    for page in document.pages:
        for picture in page.pictures:
            if min(picture.width or SMALLEST, picture.height or SMALLEST) >= SMALLEST:
                yield picture
