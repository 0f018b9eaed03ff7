"""What Word and PowerPoint packages share: properties, and no leftovers of the libraries."""

from __future__ import annotations

import datetime as dt
import re
from typing import Any
from xml.sax.saxutils import escape

from tools.make_sample_docs.zips import packed, unpacked

MOMENT = dt.datetime(2026, 3, 2, 9, 0, 0)
_APP = (
    '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
    '<Properties xmlns="http://schemas.openxmlformats.org/officeDocument/2006/extended-properties">'
    "<Template>{template}</Template><Application>{application}</Application>{manager}<Company>{company}</Company><AppVersion>16.0000</AppVersion></Properties>"
)
_LEFTOVERS = ("docProps/thumbnail", "ppt/printerSettings/")
_MENTIONS = re.compile(rb'<Relationship [^>]*(?:thumbnail|printerSettings)[^>]*/>|<Default [^>]*Extension="(?:jpeg|bin)"[^>]*/>')


def describe(core: Any, *, author: str, title: str, language: str, comments: str = "", keywords: str = "") -> None:
    """Fill the core properties of a python-docx or python-pptx file."""
    core.author = author
    core.last_modified_by = author
    core.title = title
    core.language = language
    core.comments = comments
    core.keywords = keywords
    core.revision = 3
    core.created = MOMENT
    core.modified = MOMENT


def finished(data: bytes, *, company: str = "", template: str = "Normal.dotm", application: str = "Microsoft Office Word", manager: str = "") -> bytes:
    """Return the package with its extended properties set, the library's thumbnail and printer settings dropped, and members sorted."""
    members = unpacked(data)
    members = {name: data for name, data in members.items() if not name.startswith(_LEFTOVERS)}
    for holder in ("_rels/.rels", "[Content_Types].xml", "ppt/_rels/presentation.xml.rels"):
        if holder in members:
            members[holder] = _MENTIONS.sub(b"", members[holder])
    led = f"<Manager>{escape(manager)}</Manager>" if manager else ""
    members["docProps/app.xml"] = _APP.format(template=escape(template), application=application, manager=led, company=escape(company)).encode()
    return packed(members)
