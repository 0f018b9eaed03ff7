"""The two networks. Both look at grey pictures whose faint differences were raised, so that colour, polarity and print do not matter to them."""

from __future__ import annotations

import torch
from torch import Tensor, nn

STRIDE = 8
SMALL, LARGE = 22.0, 50.0
CROP = 64
EMBEDDING = 64


def _step(inside: int, outside: int, size: int = 3, stride: int = 1, dilation: int = 1) -> nn.Sequential:
    pad = dilation * (size // 2)
    return nn.Sequential(nn.Conv2d(inside, outside, size, stride, pad, dilation, bias=False), nn.BatchNorm2d(outside), nn.ReLU(inplace=True))


def _thin(inside: int, outside: int, dilation: int) -> nn.Sequential:
    """Depthwise, then pointwise: most of the worth of a full convolution at a fifth of the cost (Howard and others 2017)."""
    return nn.Sequential(
        nn.Conv2d(inside, inside, 3, 1, dilation, dilation, groups=inside, bias=False),
        nn.BatchNorm2d(inside),
        nn.ReLU(inplace=True),
        nn.Conv2d(inside, outside, 1, bias=False),
        nn.BatchNorm2d(outside),
        nn.ReLU(inplace=True),
    )


class Spotter(nn.Module):
    """(batch, 1, h, w), 0 to 1, to (batch, 6, h / 8, w / 8): logits of an emblem and of any logo, then its box: offset x, y and log of the sides."""

    def __init__(self) -> None:
        super().__init__()
        self.body = nn.Sequential(
            _step(1, 16, 5, 2),  # ONNX Runtime is quickest where channels come by sixteen
            _step(16, 16, 3, 2),
            _step(16, 48, 3, 2),
            _thin(48, 64, 1),
            _thin(64, 64, 2),
        )
        self.head = nn.Conv2d(64, 6, 1)
        nn.init.constant_(self.head.bias, 0.0)
        with torch.no_grad():
            self.head.bias[:2] = -4.0

    def forward(self, pixels: Tensor) -> Tensor:
        found: Tensor = self.head(self.body(pixels - 0.5))
        return found


class Judge(nn.Module):
    """(batch, 1, 64, 64), 0 to 1, to the logit of the emblem (batch, 1) and a unit vector (batch, 64) that tells marks apart."""

    def __init__(self) -> None:
        super().__init__()
        self.body = nn.Sequential(
            _step(1, 16, 5, 2),
            _step(16, 32, 3, 2),
            _step(32, 48, 3, 2),
            _step(48, 64),
            _step(64, 80, 3, 2),
        )
        self.flat = nn.Sequential(nn.Flatten(), nn.Dropout(0.1), nn.Linear(80 * 16, 192), nn.ReLU(inplace=True))
        self.emblem = nn.Linear(192, 1)
        self.embed = nn.Linear(192, EMBEDDING)

    def forward(self, pixels: Tensor) -> tuple[Tensor, Tensor]:
        mean = pixels.mean(dim=(2, 3), keepdim=True)
        spread = (pixels - mean).pow(2).mean(dim=(2, 3), keepdim=True).sqrt()
        features = self.flat(self.body((pixels - mean) / (spread + 0.04)))
        return self.emblem(features), nn.functional.normalize(self.embed(features), dim=1)
