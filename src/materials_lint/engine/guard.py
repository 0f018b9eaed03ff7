"""No network: an audit hook in every process, and a network namespace of its own for each worker where Linux allows it."""

from __future__ import annotations

import contextlib
import os
import sys

_CLONE_NEWUSER = 0x10000000
_CLONE_NEWNET = 0x40000000
_REFUSED = (
    "socket.getaddrinfo",
    "socket.gethostbyname",
    "socket.gethostbyaddr",
    "socket.getnameinfo",
    "http.client.connect",
    "urllib.Request",
    "ftplib.connect",
    "smtplib.connect",
    "webbrowser.open",
)
_ADDRESSED = ("socket.connect", "socket.bind", "socket.sendto", "socket.sendmsg")
_state = {"hooked": False}


class NetworkRefusedError(PermissionError):
    """Something in this process tried to reach the network."""


def refuse_network() -> None:
    """Refuse every network call of this process from now on; it can't be undone. Local sockets between processes stay."""
    if not _state["hooked"]:
        sys.addaudithook(_audit)
        _state["hooked"] = True


def _audit(event: str, arguments: tuple[object, ...]) -> None:
    if event in _REFUSED:
        raise NetworkRefusedError(f"network access is refused ({event})")
    if event in _ADDRESSED and len(arguments) > 1 and not _is_local(arguments[1]):
        raise NetworkRefusedError(f"network access is refused ({event})")


def _is_local(address: object) -> bool:
    """Tell whether an address is a path or name on this machine's file system, as processes of one run use among themselves."""
    return isinstance(address, (str, bytes)) or address is None


def network_is_refused() -> bool:
    """Tell, by announcing such a call as Python does, whether this process refuses the network."""
    try:
        sys.audit("socket.getaddrinfo", "localhost", None, 0, 0, 0)
    except NetworkRefusedError:
        return True
    return False


def refuses_network() -> bool:
    """Tell, by trying to connect to this machine itself, whether this process refuses the network."""
    import socket

    try:
        with socket.socket(socket.AF_INET, socket.SOCK_STREAM) as plug:
            plug.settimeout(1)
            plug.connect(("127.0.0.1", 9))
    except NetworkRefusedError:
        return True
    except OSError:
        return False
    return False


def own_network() -> bool:
    """Move this process into an empty network namespace of its own; tell whether the platform allowed it (Linux only)."""
    if sys.platform != "linux":
        return False
    import ctypes

    with contextlib.suppress(OSError, AttributeError):
        library = ctypes.CDLL(None, use_errno=True)
        flags = _CLONE_NEWNET if os.geteuid() == 0 else _CLONE_NEWUSER | _CLONE_NEWNET
        return bool(library.unshare(flags) == 0)
    return False
