"""The two small networks, run by ONNX Runtime on one thread."""

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
    session = _session(name)
    outputs: list[NDArray[np.float32]] = session.run(None, {"pixels": pixels})
    return outputs


@lru_cache(maxsize=4)
def _session(name: str) -> Any:
    import onnxruntime as runtime

    options = runtime.SessionOptions()
    options.intra_op_num_threads = options.inter_op_num_threads = 1
    options.execution_mode = runtime.ExecutionMode.ORT_SEQUENTIAL
    options.enable_cpu_mem_arena = False
    options.log_severity_level = 4
    return runtime.InferenceSession(str(_DATA / f"{name}.onnx"), options, providers=["CPUExecutionProvider"])
