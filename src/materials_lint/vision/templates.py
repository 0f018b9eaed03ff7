"""Drawings of marks as templates."""

from __future__ import annotations

from typing import TYPE_CHECKING

from materials_lint.vision.grounds import grey

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

_LIGHT = 150


def drawn(picture: NDArray[np.uint8], ground: int | None = None) -> NDArray[np.uint8]:
    """Return an RGBA drawing as grey on an even ground; without one given, on that which shows it: dark under light ink."""
    import numpy as np

    alpha = picture[..., 3:].astype(np.float32) / 255
    if ground is None:
        ink = float((picture[..., :3] * alpha).sum() / max(1.0, 3 * float(alpha.sum())))
        ground = 255 if ink < _LIGHT or alpha.min() > 0.9 else 20
    return grey((picture[..., :3] * alpha + ground * (1 - alpha)).astype(np.uint8))
