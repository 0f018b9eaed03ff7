"""What the training programs share: their options, scenes composed by several processes, and weights to go on from and to keep."""

from __future__ import annotations

import argparse
import multiprocessing
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import TypeVar

import torch
from torch import nn

from training.marks.compose import Composer
from training.marks.stock import load

_PARTS = 8  # a process
Made = TypeVar("Made")
Net = TypeVar("Net", bound=nn.Module)


@dataclass(frozen=True)
class Order:
    """What one process composes: `count` scenes from the reference marks and the stock."""

    marks: Path
    stock: Path
    seed: int
    count: int = 0

    def composer(self) -> Composer:
        return Composer(load(self.marks, self.stock / "ic", self.stock / "ski", self.stock / "root"), self.seed)


def parser(told: str | None, *, scenes: int, epochs: int, seed: int) -> argparse.ArgumentParser:
    """Return a parser of the options that every training has, with this one's defaults."""
    options = argparse.ArgumentParser(description=told)
    options.add_argument("--stock", type=Path, required=True)
    options.add_argument("--marks", type=Path, default=Path("reference_marks"))
    options.add_argument("--out", type=Path, required=True)
    options.add_argument("--start", type=Path, help="go on from these weights")
    options.add_argument("--seed", type=int, default=seed)
    options.add_argument("--scenes", type=int, default=scenes)
    options.add_argument("--epochs", type=int, default=epochs)
    options.add_argument("--jobs", type=int, default=2)
    return options


def composed(make: Callable[[Order], Made], options: argparse.Namespace) -> list[Made]:
    """Have all scenes made by `options.jobs` processes; every part has a seed of its own."""
    parts = _PARTS * options.jobs
    orders = [Order(options.marks, options.stock, options.seed + number, options.scenes // parts) for number in range(parts)]
    with multiprocessing.Pool(options.jobs) as pool:
        return pool.map(make, orders, chunksize=1)


def begun(net: Net, options: argparse.Namespace) -> Net:
    """Return the network to train: with the weights to go on from, or fresh ones that are the same each time."""
    if options.start is not None:
        net.load_state_dict(torch.load(options.start, weights_only=True))
    return net
