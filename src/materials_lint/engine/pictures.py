"""The pictures of a document that nobody looked into yet; said as a gap so that they never pass in silence."""

from __future__ import annotations

from collections.abc import Iterator

from materials_lint.model.document import Document, Gap, Picture, Reason

SMALLEST = 24
_NAMED = 3
_PICTURE_FORMATS = frozenset({"image", "svg"})


def unseen_pictures(document: Document) -> Gap | None:
    """Return a gap that counts the distinct pictures of the file and those inside it, or None where there are none.

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
    count = "1 picture was" if len(distinct) == 1 else f"{len(distinct)} pictures were"
    where = f" ({listed})" if listed else ""
    return Gap(Reason.NOT_EXAMINED, f"{count} not looked at{where}: this version reads what stands behind a picture, not the words and marks in it.")


def _pictures(document: Document) -> Iterator[Picture]:
    for page in document.pages:
        for picture in page.pictures:
            if min(picture.width or SMALLEST, picture.height or SMALLEST) >= SMALLEST:
                yield picture
