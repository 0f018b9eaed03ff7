"""Old PowerPoint: the words in its text records ([MS-PPT] 2.9.42 to 2.9.44), without their places."""

from __future__ import annotations

import struct
from collections.abc import Iterator

from materials_lint.containers.harvest import Harvest
from materials_lint.containers.ole import Ole
from materials_lint.model.document import Gap, NotReadError, Page, Reason, TextBlock

_CHARS, _BYTES, _STRING = 0x0FA0, 0x0FA8, 0x0FBA
_ENCRYPTED_TOKEN = 0xF3D1C4DF


def read(ole: Ole, out: Harvest) -> Page:
    """Return all words as one page without a number. Raises NotReadError where the file is locked."""
    user = ole.read("Current User")
    if len(user) >= 16 and struct.unpack_from("<I", user, 12)[0] == _ENCRYPTED_TOKEN:
        raise NotReadError(Reason.ENCRYPTED, "The file is locked with a password. Save a copy without the password and check that.")
    out.gap(
        Gap(
            Reason.UNSUPPORTED,
            "Of old PowerPoint files (.ppt) only loose words, properties and pictures are read, not the slides as they look. Save it as .pptx and check that copy.",
        )
    )
    for kind, body in _atoms(ole.read("PowerPoint Document")):
        text = body.decode("cp1252" if kind == _BYTES else "utf-16-le", errors="replace")
        for paragraph in text.replace("\x0b", "\n").split("\r"):
            out.add(TextBlock(paragraph.strip("\0"), label="name" if kind == _STRING else ""))
    return Page(None, out.take())


def _atoms(data: bytes) -> Iterator[tuple[int, bytes]]:
    """Yield text records; containers are entered by walking on into them, so no nesting can grow."""
    position = 0
    while position + 8 <= len(data):
        version, kind, length = struct.unpack_from("<HHI", data, position)
        position += 8
        if version & 0xF == 0xF:
            continue
        if kind in {_CHARS, _BYTES, _STRING}:
            yield kind, data[position : position + length]
        position += length
