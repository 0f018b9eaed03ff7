"""Train the network that judges one place: is it the emblem, and which mark is it like?

python -m training.marks.train_judge --stock FOLDER --out judge.pt [--scenes 90000] [--epochs 6]
"""

from __future__ import annotations

import argparse
import time
from dataclasses import dataclass
from pathlib import Path

import cv2
import numpy as np
import torch
from numpy.typing import NDArray
from torch import Tensor, nn

from materials_lint.vision.grounds import evened
from training.marks.compose import Scene
from training.marks.nets import CROP, EMBEDDING, Judge
from training.marks.running import Order, begun, composed, parser

_MARGIN = 1.2  # side of the crop to the longer side of the box
_SCALE, _MARGIN_COSINE = 18.0, 0.25
_UNKNOWN = -2


@dataclass(frozen=True)
class Crops:
    """Grey crops (n, 64, 64); `emblem` 1, 0, or -1 where it is not asked; `kind` the class, -1 for none."""

    pixels: NDArray[np.uint8]
    emblem: NDArray[np.int8]
    kind: NDArray[np.int32]


def crop(picture: NDArray[np.uint8], middle: tuple[float, float], side: float) -> NDArray[np.uint8]:
    """Cut a square, what lies outside the picture repeated from its border, and bring it to 64 pixels."""
    half = side / 2
    scale = CROP / side
    matrix = np.float32([[scale, 0, (half - middle[0]) * scale], [0, scale, (half - middle[1]) * scale]])
    while scale < 0.6:
        picture = cv2.resize(picture, None, fx=0.5, fy=0.5, interpolation=cv2.INTER_AREA)
        scale *= 2
        matrix[:, :2] *= 2
    return cv2.warpAffine(picture, matrix, (CROP, CROP), flags=cv2.INTER_LINEAR, borderMode=cv2.BORDER_REPLICATE)


def crops_of(scene: Scene, rng: np.random.Generator, around: int) -> list[tuple[NDArray[np.uint8], int, int]]:
    found = []
    for thing in scene.things:
        x0, y0, x1, y1 = thing.box
        size = max(x1 - x0, y1 - y0)
        for _ in range(around):
            side = size * _MARGIN * np.exp(rng.normal(0, 0.11))
            middle = ((x0 + x1) / 2 + rng.normal(0, 0.065) * size, (y0 + y1) / 2 + rng.normal(0, 0.065) * size)
            found.append((crop(scene.pixels, middle, side), -1 if thing.holds else int(thing.emblem), thing.kind))
    side = scene.pixels.shape[0]
    middle, size = rng.uniform(0, side, 2), np.exp(rng.uniform(np.log(22), np.log(side * 0.7)))
    if all(_apart(thing.box, middle, size) for thing in scene.things if thing.emblem or thing.holds):
        found.append((crop(scene.pixels, tuple(middle), size), 0, -1))
    return found


def _apart(box: tuple[float, ...], middle: NDArray[np.float64], size: float) -> bool:
    """No more than a part of the emblem is in the window, or the window is a small part of it."""
    x0, y0 = np.maximum(middle - size / 2, box[:2])
    x1, y1 = np.minimum(middle + size / 2, box[2:])
    common = max(0.0, x1 - x0) * max(0.0, y1 - y0)
    area = (box[2] - box[0]) * (box[3] - box[1])
    return bool(common < 0.35 * area)


def make(order: Order) -> Crops:
    composer = order.composer()
    found = []
    for _ in range(order.count):
        side = int(composer.rng.choice([64, 96, 128, 176]))
        scene = composer.scene(side, (max(22.0, side * 0.3), side * 0.62), 0.33)
        found += crops_of(scene, composer.rng, 1)
    return Crops(np.stack([evened(p) for p, _, _ in found]), np.array([e for _, e, _ in found], np.int8), np.array([k for _, _, k in found], np.int32))


def all_crops(options: argparse.Namespace) -> Crops:
    if options.crops is not None and options.crops.exists():
        with np.load(options.crops) as kept:
            return Crops(kept["pixels"], kept["emblem"], kept["kind"])
    made = composed(make, options)
    crops = Crops(*(np.concatenate([getattr(part, name) for part in made]) for name in ("pixels", "emblem", "kind")))
    if options.crops is not None:
        np.savez(options.crops, pixels=crops.pixels, emblem=crops.emblem, kind=crops.kind)
    return crops


class Classes(nn.Module):
    """One unit vector a class; the nearest should be one's own, by a margin (CosFace, Wang et al. 2018)."""

    def __init__(self, count: int) -> None:
        super().__init__()
        self.centres = nn.Parameter(torch.randn(count, EMBEDDING) * 0.1)

    def forward(self, vectors: Tensor, kinds: Tensor) -> Tensor:
        near = vectors @ nn.functional.normalize(self.centres, dim=1).T
        near = near - nn.functional.one_hot(kinds, len(self.centres)) * _MARGIN_COSINE
        return nn.functional.cross_entropy(_SCALE * near, kinds)


def varied(pixels: Tensor, rng: np.random.Generator) -> Tensor:
    return 1 - pixels if rng.random() < 0.4 else pixels


def train(net: Judge, crops: Crops, kinds: int, epochs: int, rate: float, batch: int = 128) -> Judge:
    rng = np.random.default_rng(3)
    classes = Classes(kinds)
    steps = epochs * (len(crops.pixels) // batch)
    parameters = [{"params": net.parameters(), "weight_decay": 1e-3}, {"params": classes.parameters(), "weight_decay": 0.0, "lr": rate * 4}]
    optimiser = torch.optim.AdamW(parameters, lr=rate)
    schedule = torch.optim.lr_scheduler.OneCycleLR(optimiser, max_lr=[rate, rate * 4], total_steps=steps + 1, pct_start=0.1)
    began, means, step = time.monotonic(), np.zeros(2), 0
    for epoch in range(epochs):
        order = rng.permutation(len(crops.pixels))
        for start in range(0, len(order) - batch + 1, batch):
            chosen = np.sort(order[start : start + batch])
            logits, vectors = net(varied(torch.from_numpy(crops.pixels[chosen])[:, None].float() / 255, rng))
            emblem, kind = torch.from_numpy(crops.emblem[chosen]).float(), torch.from_numpy(crops.kind[chosen]).long()
            asked, named = emblem >= 0, kind >= 0
            is_it = nn.functional.binary_cross_entropy_with_logits(logits[asked, 0], emblem[asked])
            which = classes(vectors[named], kind[named])
            loss = 4 * is_it + 0.35 * which
            optimiser.zero_grad()
            loss.backward()
            optimiser.step()
            schedule.step()
            means = 0.98 * means + 0.02 * np.array([float(is_it.detach()), float(which.detach())])
            step += 1
            if step % 200 == 0:
                told = means / (1 - 0.98**step)
                print(f"epoch {epoch} step {step}/{steps} emblem {told[0]:.4f} kind {told[1]:.3f} {time.monotonic() - began:.0f} s", flush=True)
    return net


def main() -> None:
    known = parser(__doc__, scenes=90_000, epochs=6, seed=500)
    known.add_argument("--crops", type=Path, help="keep the crops in this file, or take them from it")
    options = known.parse_args()
    torch.manual_seed(1)
    began = time.monotonic()
    crops = all_crops(options)
    print(f"{len(crops.pixels)} crops in {time.monotonic() - began:.0f} s", flush=True)
    kinds = Order(options.marks, options.stock, 0).composer().kinds
    net = train(begun(Judge(), options), crops, kinds, options.epochs, rate=1.5e-3 if options.start else 2.5e-3)
    torch.save(net.state_dict(), options.out)


if __name__ == "__main__":
    main()
