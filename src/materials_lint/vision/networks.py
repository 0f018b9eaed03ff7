"""The two small networks, run by OpenCV.

ONNX Runtime is two to five times faster, but its current release writes a database of its own into the user's home folder as
soon as it is imported, which a tool for confidential drafts must not do.
"""

from __future__ import annotations

from functools import lru_cache
from pathlib import Path
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

_DATA = Path(__file__).parent / "data"


def run(name: str, pixels: NDArray[np.float32]) -> list[NDArray[np.float32]]:
    """Run the network `name` ("spotter", "judge") on grey pictures (n, 1, height, width), 0 to 1; return its outputs."""
    net, outputs = _network(name)
    net.setInput(pixels)
    return list(net.forward(outputs))


@lru_cache(maxsize=4)
def _network(name: str) -> tuple[Any, tuple[str, ...]]:
    import cv2

    net = cv2.dnn.readNetFromONNX(str(_DATA / f"{name}.onnx"))
    outputs = {"spotter": ("places",), "judge": ("emblem", "likeness")}[name]
    return net, outputs
