"""An Outlook message (MS-OXMSG) with one recipient and no attachment."""

from __future__ import annotations

import struct

from tools.make_sample_docs.compound import Tree, compound

_READABLE_WRITABLE = 6
_TEXT, _INTEGER = 0x001F, 0x0003
_SUBJECT, _BODY, _CLASS = 0x0037, 0x1000, 0x001A
_SENDER_NAME, _SENDER_TYPE, _SENDER_ADDRESS, _SENDER_SMTP = 0x0C1A, 0x0C1E, 0x0C1F, 0x5D01
_SHOWN_TO = 0x0E04
_NAME, _ADDRESS_TYPE, _ADDRESS, _SMTP, _RECIPIENT_TYPE = 0x3001, 0x3002, 0x3003, 0x39FE, 0x0C15
_TEXT_FORMAT = 0x340D
_UNICODE_STORE = 0x00040000


def message(subject: str, body: str, sender: tuple[str, str], recipient: tuple[str, str]) -> bytes:
    """Return a .msg; sender and recipient are (name, address)."""
    texts = {
        _CLASS: "IPM.Note",
        _SUBJECT: subject,
        _BODY: body.replace("\n", "\r\n"),
        _SENDER_NAME: sender[0],
        _SENDER_TYPE: "SMTP",
        _SENDER_ADDRESS: sender[1],
        _SENDER_SMTP: sender[1],
        _SHOWN_TO: recipient[0],
    }
    addressed = {_NAME: recipient[0], _ADDRESS_TYPE: "SMTP", _ADDRESS: recipient[1], _SMTP: recipient[1]}
    head = struct.pack("<8x4I8x", 1, 0, 1, 0)
    names: Tree = {"__substg1.0_00020102": b"", "__substg1.0_00030102": b"", "__substg1.0_00040102": b""}
    return compound(
        {
            "__nameid_version1.0": names,
            **_properties(head, texts, {_TEXT_FORMAT: _UNICODE_STORE}),
            "__recip_version1.0_#00000000": _properties(bytes(8), addressed, {_RECIPIENT_TYPE: 1}),
        }
    )


def _properties(head: bytes, texts: dict[int, str], numbers: dict[int, int]) -> dict[str, bytes]:
    rows = [struct.pack("<HHIII", _INTEGER, tag, _READABLE_WRITABLE, value, 0) for tag, value in numbers.items()]
    streams = {}
    for tag, value in texts.items():
        data = value.encode("utf-16-le")
        rows.append(struct.pack("<HHIII", _TEXT, tag, _READABLE_WRITABLE, len(data) + 2, 0))
        streams[f"__substg1.0_{tag:04X}{_TEXT:04X}"] = data
    return {"__properties_version1.0": head + b"".join(rows), **streams}
