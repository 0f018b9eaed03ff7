"""The two small networks, run by ONNX Runtime on one thread.

Releases of ONNX Runtime from 1.29 on write an identifier and a database into the user's cache folder as soon as they are
imported, which a tool for confidential drafts must not do; the range in `pyproject.toml` ends before them.
"""

from __future__ import annotations

from functools import lru_cache
from pathlib import Path
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

_DATA = Path(__file__).parent / "data"
_ERRORS_ONLY = 3


def run(name: str, pixels: NDArray[np.float32]) -> list[NDArray[np.float32]]:
    """Run the network `name` ("spotter", "judge") on grey pictures (n, 1, height, width), 0 to 1; return its outputs."""
    session, wanted = _session(name)
    return list(session.run(None, {wanted: pixels}))


@lru_cache(maxsize=4)
def _session(name: str) -> tuple[Any, str]:
    import onnxruntime

    options = onnxruntime.SessionOptions()
    options.intra_op_num_threads = options.inter_op_num_threads = 1
    options.log_severity_level = _ERRORS_ONLY
    options.enable_cpu_mem_arena = False  # pictures of every size pass by; an arena would keep room for the largest
    session = onnxruntime.InferenceSession(str(_DATA / f"{name}.onnx"), options, providers=["CPUExecutionProvider"])
    return session, session.get_inputs()[0].name
