"""Train the network that proposes places.

python -m training.marks.train_spotter --stock FOLDER --out spotter.pt [--scenes 80000] [--epochs 8]
"""

from __future__ import annotations

import time

import numpy as np
import torch
from numpy.typing import NDArray
from torch import Tensor, nn

from materials_lint.vision.grounds import evened
from training.marks.compose import Scene
from training.marks.nets import LARGE, SMALL, STRIDE, Spotter
from training.marks.running import Order, begun, composed, parser

SIDE = 96
CELLS = SIDE // STRIDE
Made = tuple[NDArray[np.uint8], NDArray[np.float16]]


def targets(scene: Scene) -> NDArray[np.float16]:
    """Return (8, cells, cells): emblem and its weight, logo and its weight, offset x, y in cells, log width and height over 32."""
    told = np.zeros((8, CELLS, CELLS), np.float16)
    told[1] = told[3] = 1
    y, x = np.mgrid[0:CELLS, 0:CELLS] * STRIDE + STRIDE / 2
    for thing in scene.things:
        x0, y0, x1, y1 = thing.box
        width, height = x1 - x0, y1 - y0
        middle = ((x0 + x1) / 2, (y0 + y1) / 2)
        off = np.maximum(np.abs(x - middle[0]) / width, np.abs(y - middle[1]) / height)
        if thing.holds:
            told[1][off < 0.6] = told[3][off < 0.6] = 0
            continue
        size = max(width, height)
        core, near = off < max(0.2, 0.55 * STRIDE / size), off < 0.5
        fits = SMALL * 0.9 <= size <= LARGE * 1.25
        for channel, is_one in ((0, thing.emblem), (2, True)):
            if is_one:
                told[channel + 1][near] = 0
                if fits:
                    told[channel][core] = told[channel + 1][core] = 1
        if fits:
            told[4:, core] = np.stack([(middle[0] - x) / STRIDE, (middle[1] - y) / STRIDE, np.full_like(x, np.log(width / 32)), np.full_like(x, np.log(height / 32))])[
                :, core
            ]
    return told


def make(order: Order) -> Made:
    composer = order.composer()
    pixels = np.zeros((order.count, SIDE, SIDE), np.uint8)
    told = np.zeros((order.count, 8, CELLS, CELLS), np.float16)
    for number in range(order.count):
        scene = composer.scene(SIDE, (SMALL, LARGE), 0.45)
        pixels[number], told[number] = evened(scene.pixels), targets(scene)
    return pixels, told


def loss_of(out: Tensor, told: Tensor) -> Tensor:
    total = torch.zeros(())
    for channel in (0, 1):
        is_one, weight = told[:, 2 * channel], told[:, 2 * channel + 1]
        chance = torch.sigmoid(out[:, channel])
        off = torch.where(is_one > 0, 1 - chance, chance)
        entropy = nn.functional.binary_cross_entropy_with_logits(out[:, channel], is_one, reduction="none")
        total = total + (weight * off.pow(1.5) * entropy).sum() / is_one.sum().clamp(min=1)
    where = told[:, 2] > 0
    shape = (nn.functional.smooth_l1_loss(out[:, 2:], told[:, 4:], reduction="none").sum(dim=1) * where).sum() / where.sum().clamp(min=1)
    return total + shape


def turned(pixels: Tensor, told: Tensor, rng: np.random.Generator) -> tuple[Tensor, Tensor]:
    """Turn a batch by a right angle, invert its tones."""
    if rng.random() < 0.4:
        pixels = 1 - pixels
    for _ in range(int(rng.integers(4)) if rng.random() < 0.5 else 0):
        pixels, told = torch.rot90(pixels, 1, (2, 3)), torch.rot90(told, 1, (2, 3))
        told = torch.cat([told[:, :4], told[:, 5:6], -told[:, 4:5], told[:, 7:8], told[:, 6:7]], dim=1)  # a turn to the left: (x, y) becomes (y, -x)
    return pixels, told


def train(net: Spotter, pixels: NDArray[np.uint8], told: NDArray[np.float16], epochs: int, rate: float = 3e-3, batch: int = 96) -> Spotter:
    rng = np.random.default_rng(3)
    steps = epochs * (len(pixels) // batch)
    optimiser = torch.optim.AdamW(net.parameters(), lr=rate, weight_decay=1e-4)
    schedule = torch.optim.lr_scheduler.OneCycleLR(optimiser, max_lr=rate, total_steps=steps + 1, pct_start=0.1)
    began, mean, step = time.monotonic(), 0.0, 0
    for epoch in range(epochs):
        order = rng.permutation(len(pixels))
        for start in range(0, len(order) - batch + 1, batch):
            chosen = np.sort(order[start : start + batch])
            view, truth = turned(torch.from_numpy(pixels[chosen])[:, None].float() / 255, torch.from_numpy(told[chosen]).float(), rng)
            loss = loss_of(net(view), truth)
            optimiser.zero_grad()
            loss.backward()
            optimiser.step()
            schedule.step()
            mean = 0.98 * mean + 0.02 * float(loss.detach())
            step += 1
            if step % 200 == 0:
                print(f"epoch {epoch} step {step}/{steps} loss {mean / (1 - 0.98**step):.4f} {time.monotonic() - began:.0f} s", flush=True)
    return net


def main() -> None:
    options = parser(__doc__, scenes=80_000, epochs=8, seed=100).parse_args()
    torch.manual_seed(1)
    began = time.monotonic()
    made = composed(make, options)
    pixels, told = (np.concatenate(parts) for parts in zip(*made, strict=True))
    print(f"{len(pixels)} scenes in {time.monotonic() - began:.0f} s", flush=True)
    net = train(begun(Spotter(), options), pixels, told, options.epochs)
    torch.save(net.state_dict(), options.out)


if __name__ == "__main__":
    main()
