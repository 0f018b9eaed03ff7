"""winmail.dat: the envelope Outlook puts around formatted mail (MS-OXTNEF). Attachments and the body are taken out."""

from __future__ import annotations

import struct
from collections.abc import Iterator

from materials_lint.containers.charsets import decode
from materials_lint.extractors.email_._letter import Letter
from materials_lint.extractors.email_._lzfu import decompress
from materials_lint.model.document import Gap, Reason
from materials_lint.model.source import MIB, Embedded, Limits, Role

_SIGNATURE = 0x223E9F78
_BODY, _TITLE, _DATA, _RENDER, _MESSAGE_PROPERTIES, _ATTACHMENT_PROPERTIES = 0x800C, 0x8010, 0x800F, 0x9002, 0x9003, 0x9005
_RTF, _HTML = b"\x02\x01\x09\x10", b"\x02\x01\x13\x10"
_LONG_NAME, _LONG_NAME_8 = b"\x1f\x00\x07\x37", b"\x1e\x00\x07\x37"
_UNREAD = "winmail.dat, in which Outlook packs text and attachments, is damaged. Ask the sender to send the mail as plain text or HTML."


def read(data: bytes, letter: Letter, limits: Limits) -> None:
    """Add the text and the attachments to the letter, or a gap where the envelope is damaged."""
    if len(data) < 6 or struct.unpack_from("<I", data)[0] != _SIGNATURE:
        letter.gaps.append(Gap(Reason.DAMAGED, _UNREAD))
        return
    unpacked = _Unpacked(letter, limits)
    for attribute, value in _attributes(data):
        unpacked.take(attribute, value)
    unpacked.end_attachment()


class _Unpacked:
    """Takes the envelope's attributes in order; an attachment's own follow one another."""

    def __init__(self, letter: Letter, limits: Limits) -> None:
        self._letter = letter
        self._limits = limits
        self._name = ""
        self._content: bytes | None = None

    def take(self, attribute: int | None, value: bytes) -> None:
        """Take one attribute; None stands for where the stream breaks off."""
        if attribute is None:
            self._letter.gaps.append(Gap(Reason.DAMAGED, _UNREAD))
        elif attribute == _BODY:
            self._letter.texts.append(decode(value.rstrip(b"\0")).text)
        elif attribute == _MESSAGE_PROPERTIES:
            _add_formatted(value, self._letter, self._limits)
        elif attribute == _RENDER:
            self.end_attachment()
        else:
            self._take_of_attachment(attribute, value)

    def end_attachment(self) -> None:
        """Keep the attachment whose attributes are complete."""
        if self._content:
            self._letter.embedded.append(Embedded(self._name or f"attachment-{len(self._letter.embedded) + 1}", self._content, Role.ATTACHMENT))
        self._name, self._content = "", None

    def _take_of_attachment(self, attribute: int, value: bytes) -> None:
        if attribute == _TITLE:
            self._name = self._name or decode(value.rstrip(b"\0")).text
        elif attribute == _DATA:
            self._content = value
        elif attribute == _ATTACHMENT_PROPERTIES:
            self._name = _long_name(value) or self._name


def _attributes(data: bytes) -> Iterator[tuple[int | None, bytes]]:
    """Yield each attribute's number and bytes; None where the stream breaks off."""
    position = 6
    while position + 9 <= len(data):
        _level, attribute, _kind, length = struct.unpack_from("<BHHI", data, position)
        if position + 9 + length > len(data):
            yield None, b""
            return
        yield attribute, data[position + 9 : position + 9 + length]
        position += 9 + length + 2


def _add_formatted(properties: bytes, letter: Letter, limits: Limits) -> None:
    """Add the formatted text, which lies among the message's properties as HTML or compressed RTF."""
    if html := _binary(properties, _HTML):
        letter.add_html(decode(html).text)
    elif packed := _binary(properties, _RTF):
        rtf = decompress(packed, limits.max_member_mib * MIB)
        if rtf:
            letter.add_body("body", "rtf", rtf)
        else:
            letter.gaps.append(Gap(Reason.DAMAGED, _UNREAD))


def _binary(properties: bytes, tag: bytes) -> bytes:
    """Return a binary property: tag, count of values, length, bytes."""
    place = properties.find(tag)
    if place < 0 or place + 12 > len(properties):
        return b""
    return properties[place + 12 : place + 12 + int.from_bytes(properties[place + 8 : place + 12], "little")]


def _long_name(properties: bytes) -> str:
    for tag, encoding in ((_LONG_NAME, "utf-16-le"), (_LONG_NAME_8, None)):
        place = properties.find(tag)
        if place >= 0 and place + 12 <= len(properties):
            length = int.from_bytes(properties[place + 8 : place + 12], "little")
            raw = properties[place + 12 : place + 12 + min(length, 1000)]
            return (raw.decode(encoding, "replace") if encoding else decode(raw).text).rstrip("\0")
    return ""
