"""The part of a picture that is the mark: its even border cut off."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

_CLEAR = 16
_TOLERANCES = (32, 12)  # JPEG damage stays below the first; a faint mark needs the second
_EVEN = 0.9
_RIM = 0.02


class NothingSeenError(ValueError):
    """The picture holds one colour, or nothing that can be seen."""


def trim(pixels: NDArray[np.uint8]) -> NDArray[np.uint8]:
    """Return the part of an RGBA picture that its even or transparent border surrounds, with a rim of 2 %.

    The rim keeps the mark's outer edge against its ground. A picture whose border is not even comes back whole.
    Raises NothingSeenError where nothing stands out from the ground.
    """
    import numpy as np

    ink = _ink(pixels)
    rows, columns = np.flatnonzero(ink.any(axis=1)), np.flatnonzero(ink.any(axis=0))
    if not rows.size:
        raise NothingSeenError
    height, width = ink.shape
    rim = max(1, round(_RIM * max(rows[-1] - rows[0], columns[-1] - columns[0])))
    top, bottom = max(0, rows[0] - rim), min(height, rows[-1] + 1 + rim)
    left, right = max(0, columns[0] - rim), min(width, columns[-1] + 1 + rim)
    return pixels[top:bottom, left:right]


def need_contrast(pixels: NDArray[np.uint8]) -> None:
    """Raise NothingSeenError where an RGBA picture shows one colour only, or nothing."""
    import numpy as np

    alpha = pixels[..., 3]
    shown = pixels[alpha > _CLEAR][:, :3]
    if not shown.size or (np.ptp(alpha) <= _TOLERANCES[1] and np.ptp(shown, axis=0).max() <= _TOLERANCES[1]):
        raise NothingSeenError


def has_even_border(pixels: NDArray[np.uint8]) -> bool:
    """Tell whether an RGBA picture has a border of one colour, or a transparent one."""
    return _clear_border(pixels) or _ground(pixels) is not None


def _ink(pixels: NDArray[np.uint8]) -> NDArray[np.bool_]:
    import numpy as np

    visible = pixels[..., 3] > _CLEAR
    ground = None if _clear_border(pixels) else _ground(pixels)
    if ground is None:
        return visible
    apart = np.abs(pixels[..., :3].astype(np.int16) - ground).max(axis=2)
    for tolerance in _TOLERANCES:
        ink: NDArray[np.bool_] = visible & (apart > tolerance)
        if ink.any():
            return ink
    return np.zeros_like(visible)


def _clear_border(pixels: NDArray[np.uint8]) -> bool:
    return bool((_border(pixels)[:, 3] <= _CLEAR).mean() > 0.5)


def _ground(pixels: NDArray[np.uint8]) -> NDArray[np.int16] | None:
    """Return the one colour of the border, None where it has several."""
    import numpy as np

    border = _border(pixels)
    solid = border[border[:, 3] > _CLEAR][:, :3].astype(np.int16)
    ground = np.median(solid, axis=0).astype(np.int16)
    return ground if (np.abs(solid - ground).max(axis=1) <= _TOLERANCES[0]).mean() >= _EVEN else None


def _border(pixels: NDArray[np.uint8]) -> NDArray[np.uint8]:
    import numpy as np

    return np.concatenate([pixels[0], pixels[-1], pixels[:, 0], pixels[:, -1]])
