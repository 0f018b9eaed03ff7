"""From a picture as it comes to the grey pictures that are looked at, and to those in which faint marks are seen."""

from __future__ import annotations

from functools import lru_cache
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

_OPAQUE = 250
_DARK_GROUND = 32
_LIGHT_INK = 150
_MIDDLE, _REACH = 128, 31


def on_grounds(pixels: NDArray[np.uint8]) -> list[NDArray[np.uint8]]:
    """Return the picture as RGB, shape (height, width, 3); a transparent one on each ground on which its ink can be seen."""
    import numpy as np

    if pixels.shape[2] == 3:
        return [pixels]
    alpha = pixels[..., 3]
    if int(alpha.min()) >= _OPAQUE:
        return [np.ascontiguousarray(pixels[..., :3])]
    seen = alpha > 64
    if not seen.any():
        return []
    ink = pixels[..., :3][seen].mean(axis=1)
    grounds = [255] * bool((ink < 210).mean() > 0.02) + [_DARK_GROUND] * bool((ink > _LIGHT_INK).mean() > 0.2)
    share = alpha[..., None].astype(np.float32) / 255
    return [(pixels[..., :3] * share + ground * (1 - share)).astype(np.uint8) for ground in grounds or [_DARK_GROUND]]


def grey(pixels: NDArray[np.uint8]) -> NDArray[np.uint8]:
    """Return the luminance of an RGB picture."""
    import cv2
    import numpy as np

    return np.asarray(cv2.cvtColor(np.ascontiguousarray(pixels), cv2.COLOR_RGB2GRAY), dtype=np.uint8)


def evened(grey: NDArray[np.uint8]) -> NDArray[np.uint8]:
    """Return what differs from the tone nearby, faint differences raised (their square root), so that a watermark shows beside black print."""
    import cv2
    import numpy as np

    near = cv2.blur(grey, (_REACH, _REACH), borderType=cv2.BORDER_REPLICATE)
    return np.asarray(cv2.LUT(cv2.addWeighted(grey, 1.0, near, -1.0, _MIDDLE), _raised()), dtype=np.uint8)


@lru_cache(maxsize=1)
def _raised() -> NDArray[np.uint8]:
    import numpy as np

    apart = np.arange(256, dtype=np.float64) - _MIDDLE
    raised: NDArray[np.uint8] = np.clip(np.rint(_MIDDLE + np.sign(apart) * np.sqrt(np.abs(apart) * 127)), 0, 255).astype(np.uint8)
    return raised
