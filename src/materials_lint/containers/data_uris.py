"""Files written into an address: data: URIs."""

from __future__ import annotations

import base64
import binascii
import re
from dataclasses import dataclass
from urllib.parse import unquote_to_bytes

_ENDINGS = {"image/jpeg": "jpg", "image/svg+xml": "svg", "text/html": "html", "text/plain": "txt", "application/pdf": "pdf", "image/x-icon": "ico"}


@dataclass(frozen=True, slots=True)
class DataUri:
    """What a data: URI holds."""

    kind: str
    data: bytes

    @property
    def ending(self) -> str:
        """A file name's ending that fits, without the dot."""
        return _ENDINGS.get(self.kind) or re.sub(r"[^a-z0-9]", "", self.kind.rpartition("/")[2])[:8] or "bin"


def parse_data_uri(uri: str) -> DataUri | None:
    """Unpack "data:image/png;base64,..." (RFC 2397), or return None where it is no data URI or is damaged."""
    if uri[:5].lower() != "data:":
        return None
    head, comma, body = uri[5:].partition(",")
    if not comma:
        return None
    kind, *parameters = (part.strip().lower() for part in head.split(";"))
    data = unquote_to_bytes(body)
    if "base64" in parameters:
        packed = re.sub(rb"[^A-Za-z0-9+/]", b"", data.translate(bytes.maketrans(b"-_", b"+/")))
        try:
            data = base64.b64decode(packed[: len(packed) - (len(packed) % 4 == 1)] + b"=" * (-len(packed) % 4))
        except binascii.Error:
            return None
    return DataUri(kind or "text/plain", data)
