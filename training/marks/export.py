"""Write a trained network as ONNX, its batch normalisation folded in.

python -m training.marks.export spotter spotter.pt src/materials_lint/vision/data/spotter.onnx
"""

from __future__ import annotations

import sys
from pathlib import Path

import torch

from training.marks.nets import CROP, Judge, Spotter


def export(name: str, weights: Path, out: Path) -> None:
    net = (Spotter if name == "spotter" else Judge)()
    net.load_state_dict(torch.load(weights, weights_only=True))
    net.eval()
    if name == "spotter":
        example, axes, outputs = torch.rand(1, 1, 96, 96), {"pixels": {2: "height", 3: "width"}}, ["places"]
    else:
        example, axes, outputs = torch.rand(2, 1, CROP, CROP), {"pixels": {0: "count"}}, ["emblem", "likeness"]
    torch.onnx.export(net, (example,), str(out), input_names=["pixels"], output_names=outputs, dynamic_axes=axes, opset_version=17, dynamo=False)


if __name__ == "__main__":
    export(sys.argv[1], Path(sys.argv[2]), Path(sys.argv[3]))
