"""Affine maps of points: (a, b, c, d, e, f) takes (x, y) to (a x + c y + e, b x + d y + f), the order of [MS-EMF] XForm (2.2.28)."""

from __future__ import annotations

import math
from typing import TYPE_CHECKING

import numpy as np

if TYPE_CHECKING:
    from numpy.typing import NDArray

Affine = tuple[float, float, float, float, float, float]
SAME: Affine = (1.0, 0.0, 0.0, 1.0, 0.0, 0.0)
FARTHEST = 1e7  # coordinates beyond are pulled in, so that no later sum leaves the range of numbers


def then(first: Affine, second: Affine) -> Affine:
    """Return the map that applies `first`, then `second`."""
    a, b, c, d, e, f = first
    p, q, r, s, t, u = second
    return (a * p + b * r, a * q + b * s, c * p + d * r, c * q + d * s, e * p + f * r + t, e * q + f * s + u)


def tame(matrix: Affine) -> Affine:
    """Return the map with numbers that are no numbers, or out of all reason, pulled in."""
    a, b, c, d, e, f = (min(max(value, -FARTHEST), FARTHEST) if math.isfinite(value) else 0.0 for value in matrix)
    return (a, b, c, d, e, f)


def scale_of(matrix: Affine) -> float:
    """Return by how much lengths grow on average."""
    return math.sqrt(abs(matrix[0] * matrix[3] - matrix[1] * matrix[2]))


def mapped(points: NDArray[np.float64], matrix: Affine) -> NDArray[np.float64]:
    """Map points of shape (count, 2)."""
    a, b, c, d, e, f = matrix
    moved = np.empty_like(points)
    moved[:, 0] = points[:, 0] * a + points[:, 1] * c + e
    moved[:, 1] = points[:, 0] * b + points[:, 1] * d + f
    np.minimum(moved, FARTHEST, out=moved)
    return np.maximum(moved, -FARTHEST, out=moved)
