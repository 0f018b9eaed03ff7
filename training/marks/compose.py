"""Scenes for training: a ground, things on it, the hardships of print, scan and screen; grey, square, with what is where."""

from __future__ import annotations

import string
from collections.abc import Callable
from dataclasses import dataclass, field

import cv2
import numpy as np
from numpy.typing import NDArray
from PIL import Image, ImageDraw

from training.marks.stock import Pixels, Stock, shrunk

Canvas = NDArray[np.float32]  # (side, side, 3), 0 to 255
_LETTERS = string.ascii_letters + "        ,.;0123456789"
_THREE = ("ITU", "ITU", "UIT", "UPU", "WHO", "ISO", "IEC", "ILO", "IMO", "TUI", "UTI", "FIT", "ITC", "ETSI", "IEEE", "IPU", "UNO", "ITF")


@dataclass
class Thing:
    """Something pasted: its box (x0, y0, x1, y1), whether it is an emblem or holds one (a flag, a lockup), its class (-1 for none)."""

    box: tuple[float, float, float, float]
    emblem: bool
    kind: int
    holds: bool = False


@dataclass
class Scene:
    pixels: NDArray[np.uint8]
    things: list[Thing] = field(default_factory=list)


class Composer:
    """Makes scenes from a stock. `kinds` are the classes that the embedding tells apart: first the shipped marks, then icons."""

    def __init__(self, stock: Stock, seed: int) -> None:
        self.stock = stock
        self.rng = np.random.default_rng(seed)
        self.marks = [*stock.emblems.values(), *stock.others.values()]
        self.names = [*stock.emblems, *stock.others]
        self.emblems = len(stock.emblems)
        self.kinds = len(self.marks) + len(stock.icons)
        self.texts = [self._text_page() for _ in range(120)]
        self.leaves = [self._dead_leaves(256) for _ in range(60)]

    # grounds ---------------------------------------------------------------------------------------------------------

    def ground(self, side: int) -> Canvas:
        draw = self.rng.random()
        if draw < 0.30:
            return self._plain(side)
        if draw < 0.42:
            return self._gradient(side)
        source = self.stock.photographs if draw < 0.62 else self.leaves if draw < 0.74 else self.texts
        return self._window(source[self.rng.integers(len(source))], side)

    def _plain(self, side: int) -> Canvas:
        light = self.rng.random() < 0.65
        colour = self.rng.integers(215, 256, 3) if light else self.rng.integers(0, 256, 3)
        return np.full((side, side, 3), colour, np.float32)

    def _gradient(self, side: int) -> Canvas:
        ends = self.rng.integers(0, 256, (2, 3)).astype(np.float32)
        angle = self.rng.random() * 2 * np.pi
        y, x = np.mgrid[0:side, 0:side].astype(np.float32) / side - 0.5
        share = np.clip(0.5 + x * np.cos(angle) + y * np.sin(angle), 0, 1)[..., None]
        return (ends[0] * share + ends[1] * (1 - share)).astype(np.float32)

    def _window(self, picture: Pixels, side: int) -> Canvas:
        height, width = picture.shape[:2]
        size = int(min(height, width, side * self.rng.uniform(0.7, 3.5)))
        y, x = self.rng.integers(0, height - size + 1), self.rng.integers(0, width - size + 1)
        window = cv2.resize(picture[y : y + size, x : x + size, :3], (side, side), interpolation=cv2.INTER_AREA)
        if self.rng.random() < 0.25:
            window = 255 - window
        return window.astype(np.float32)

    def _dead_leaves(self, side: int) -> Pixels:
        """Overlapping discs of all sizes: the edges and spectrum of natural photographs (Ruderman 1997)."""
        picture = np.full((side, side, 3), 128, np.uint8)
        for _ in range(500):
            radius = int(min(side / 3, 2 / max(0.005, self.rng.random()) ** 0.8))
            centre = tuple(int(v) for v in self.rng.integers(0, side, 2))
            colour = tuple(int(v) for v in self.rng.integers(0, 256, 3))
            if self.rng.random() < 0.5:
                cv2.circle(picture, centre, radius, colour, -1, cv2.LINE_AA)
            else:
                corner = (centre[0] + int(radius * self.rng.uniform(0.5, 2)), centre[1] + radius)
                cv2.rectangle(picture, centre, corner, colour, -1)
        return cv2.GaussianBlur(picture, (0, 0), self.rng.uniform(0.5, 1.5))

    def _text_page(self) -> Pixels:
        side = 384
        dark = self.rng.random() < 0.15
        page = Image.new("RGB", (side, side), "#102040" if dark else "white")
        pen = ImageDraw.Draw(page)
        y = 0.0
        font = self.stock.fonts[self.rng.integers(len(self.stock.fonts))]
        while y < side:
            size = int(self.rng.choice([9, 11, 13, 13, 16, 22, 34, 60]))
            line = "".join(self.rng.choice(list(_LETTERS), int(1.8 * side / size)))
            pen.text(
                (self.rng.integers(-20, 30), y), line, font=font.font_variant(size=size), fill="white" if dark else tuple(int(v) for v in self.rng.integers(0, 90, 3))
            )
            y += size * self.rng.uniform(1.1, 1.8)
            if self.rng.random() < 0.1:
                pen.line((0, y, side, y), fill="gray", width=int(self.rng.integers(1, 4)))
        return np.asarray(page).copy()

    # things ----------------------------------------------------------------------------------------------------------

    def thing(self, emblem_share: float) -> tuple[Pixels, bool, int]:
        """Return a picture to paste, whether it is the emblem, and its class (-1 for none)."""
        draw = self.rng.random()
        if draw < emblem_share:
            number = int(self.rng.integers(self.emblems))
            return self._varied(self.marks[number]), True, number
        draw = (draw - emblem_share) / (1 - emblem_share)
        if draw < 0.10:
            number = int(self.rng.integers(self.emblems, len(self.marks)))
            flag = self.names[number].startswith(("itu-flag", "itu-lockup"))
            return self._varied(self.marks[number], recolour=0.1), flag, number
        if draw < 0.45:
            return self._look_alike(), False, -1
        number = int(self.rng.integers(len(self.stock.icons)))
        return self._varied(self.stock.icons[number]), False, len(self.marks) + number

    def _varied(self, picture: Pixels, recolour: float = 0.45) -> Pixels:
        picture = picture.copy()
        draw = self.rng.random()
        alpha = picture[..., 3]
        if draw < recolour and alpha.min() < 20:
            tones = picture[..., :3].mean(axis=2, keepdims=True) / 255
            flat = self.rng.random() < 0.6
            colour = self.rng.integers(0, 256, 3) if self.rng.random() < 0.5 else self.rng.choice([0, 255]) * np.ones(3)
            picture[..., :3] = colour if flat and tones[alpha > 128].size and np.ptp(tones[alpha > 128]) < 0.25 else np.clip(colour * 0.4 + tones * 255 * 0.8, 0, 255)
        elif draw < recolour + 0.08:
            picture[..., :3] = 255 - picture[..., :3]
        elif draw < recolour + 0.2:
            picture[..., :3] = picture[..., :3].mean(axis=2, keepdims=True)
        if self.rng.random() < 0.25:
            kernel = np.ones((3, 3), np.uint8)
            picture = cv2.dilate(picture, kernel) if self.rng.random() < 0.5 else cv2.erode(picture, kernel)
        return picture

    def _look_alike(self) -> Pixels:
        """Globes, bolts, rings and the letters of others, in every combination but the emblem's own."""
        side = 160
        picture = Image.new("RGBA", (side, side), (0, 0, 0, 0))
        pen = ImageDraw.Draw(picture)
        ink = tuple(int(v) for v in self.rng.integers(0, 200, 3)) + (255,)
        middle, radius = side / 2, self.rng.uniform(55, 76)
        box = (middle - radius, middle - radius, middle + radius, middle + radius)
        width = int(self.rng.integers(2, 9))
        parts = self.rng.random(5)
        letters = parts[0] < 0.7
        if parts[1] < 0.35:
            pen.ellipse(box, fill=tuple(int(v) for v in self.rng.integers(60, 256, 3)) + (255,))
        if parts[1] < 0.75:
            pen.ellipse(box, outline=ink, width=width)
        if parts[2] < 0.5:
            for _ in range(int(self.rng.integers(1, 4))):
                squeeze = self.rng.uniform(0.15, 0.95)
                thin = max(1, width // 2)
                if self.rng.random() < 0.5:
                    pen.ellipse((middle - radius * squeeze, middle - radius, middle + radius * squeeze, middle + radius), outline=ink, width=thin)
                else:
                    pen.ellipse((middle - radius, middle - radius * squeeze, middle + radius, middle + radius * squeeze), outline=ink, width=thin)
            if self.rng.random() < 0.6:
                pen.line((middle - radius, middle, middle + radius, middle), fill=ink, width=max(1, width // 2))
        if parts[3] < 0.25:
            self._bolt(pen, middle, radius, tuple(int(v) for v in self.rng.integers(0, 256, 3)) + (255,))
            letters = letters and self.rng.random() < 0.15
        if parts[4] < 0.1:
            pen.rectangle((4, 4, side - 4, side - 4), outline=ink, width=width)
        if letters:
            self._letters(pen, middle, radius, ink)
        return self._varied(np.asarray(picture).copy())

    def _bolt(self, pen: ImageDraw.ImageDraw, middle: float, radius: float, ink: tuple[int, ...]) -> None:
        x, y = middle + self.rng.uniform(-8, 8), middle
        lean = self.rng.uniform(-0.6, 0.6)
        points = [(-0.1, -1.2), (-0.4, 0.1), (0.0, 0.05), (-0.2, 1.2), (0.45, -0.2), (0.05, -0.15), (0.4, -1.2)]
        pen.polygon([(x + radius * (a + lean * b), y + radius * b * 0.9) for a, b in points], fill=ink)

    def _letters(self, pen: ImageDraw.ImageDraw, middle: float, radius: float, ink: tuple[int, ...]) -> None:
        text = str(self.rng.choice(_THREE))
        if self.rng.random() < 0.3:
            text = "".join(self.rng.choice(list(string.ascii_uppercase), int(self.rng.integers(1, 5))))
        font = self.stock.fonts[self.rng.integers(len(self.stock.fonts))]
        size = int(radius * 2 * self.rng.uniform(0.3, 0.75) * 3 / max(2, len(text)))
        fill = ink if self.rng.random() < 0.5 else tuple(int(v) for v in self.rng.integers(0, 256, 3)) + (255,)
        stroke = int(self.rng.integers(0, 4)) if self.rng.random() < 0.3 else 0
        pen.text((middle, middle), text, font=font.font_variant(size=max(10, size)), fill=fill, anchor="mm", stroke_width=stroke, stroke_fill=(255, 255, 255, 255))

    # pasting ---------------------------------------------------------------------------------------------------------

    def paste(self, canvas: Canvas, picture: Pixels, size: float, centre: tuple[float, float], hard: float = 1.0) -> tuple[float, float, float, float]:
        """Draw a picture with its longer side `size` pixels, turned, bent, faded, covered; return its box."""
        rng, side = self.rng, canvas.shape[0]
        picture = shrunk(picture, int(size))
        height, width = picture.shape[:2]
        scale = size / max(height, width)
        stretch = np.exp(rng.normal(0, 0.06)) if rng.random() < 0.7 else rng.uniform(0.78, 1.28)
        turn = rng.normal(0, 4) if rng.random() < 0.45 else rng.uniform(-180, 180) if rng.random() < 0.7 else rng.choice([90, 180, -90, 15, -15])
        angle = np.deg2rad(turn if rng.random() < 0.8 * hard else 0.0)
        corners = np.float32([[0, 0], [width, 0], [width, height], [0, height]])
        shape = (corners - [width / 2, height / 2]) * [scale * np.sqrt(stretch), scale / np.sqrt(stretch)]
        if rng.random() < 0.3 * hard:
            shape = shape + rng.uniform(-1, 1, (4, 2)) * size * rng.uniform(0, 0.14)
        turned = shape @ np.array([[np.cos(angle), np.sin(angle)], [-np.sin(angle), np.cos(angle)]]) + centre
        matrix = cv2.getPerspectiveTransform(corners, turned.astype(np.float32))
        layer = picture.astype(np.float32)
        layer[..., :3] *= layer[..., 3:] / 255
        if rng.random() < 0.18 * hard:
            self._cover(layer)
        drawn = cv2.warpPerspective(layer, matrix, (side, side), flags=cv2.INTER_AREA if scale < 1 else cv2.INTER_LINEAR)
        opacity = 1.0 if rng.random() < 0.65 else float(np.exp(rng.uniform(np.log(self._faintest(canvas, picture, centre, size)), np.log(0.8))))
        share = drawn[..., 3:] / 255 * opacity
        canvas *= 1 - share
        canvas += drawn[..., :3] * opacity
        x0, y0 = turned.min(axis=0)
        x1, y1 = turned.max(axis=0)
        return float(x0), float(y0), float(x1), float(y1)

    def _faintest(self, canvas: Canvas, picture: Pixels, centre: tuple[float, float], size: float) -> float:
        x, y, half = int(centre[0]), int(centre[1]), int(size / 2)
        under = canvas[max(0, y - half) : y + half, max(0, x - half) : x + half]
        alpha = picture[..., 3:] / 255.0
        ink = (picture[..., :3] * alpha).sum(axis=(0, 1)) / max(1.0, alpha.sum())
        difference = abs(float(ink.mean()) - float(under.mean())) if under.size else 100.0
        return float(np.clip((8 + 0.35 * float(under.std() if under.size else 0)) / max(1.0, difference), 0.05, 0.75))

    def _cover(self, layer: NDArray[np.float32]) -> None:
        share = self.rng.uniform(0.08, 0.36)
        height, width = layer.shape[:2]
        edge = self.rng.integers(4)
        if edge == 0:
            layer[: int(height * share)] = 0
        elif edge == 1:
            layer[height - int(height * share) :] = 0
        elif edge == 2:
            layer[:, : int(width * share)] = 0
        else:
            layer[:, width - int(width * share) :] = 0

    def contrast(self, canvas: Canvas, picture: Pixels, box: tuple[int, int, int, int]) -> bool:
        """Tell whether the picture's ink would be seen there."""
        x0, y0, x1, y1 = box
        under = canvas[max(0, y0) : y1, max(0, x0) : x1]
        alpha = picture[..., 3:] / 255.0
        ink = (picture[..., :3] * alpha).sum(axis=(0, 1)) / max(1.0, alpha.sum())
        return under.size > 0 and abs(float(ink.mean()) - float(under.mean())) > 45

    def spoil(self, canvas: Canvas) -> NDArray[np.uint8]:
        """Blur, noise, JPEG, tone; the result is grey."""
        rng = self.rng
        if rng.random() < 0.3:
            canvas = cv2.GaussianBlur(canvas, (0, 0), rng.uniform(0.3, 1.0))
        if rng.random() < 0.3:
            canvas = canvas + rng.normal(0, rng.uniform(1, 6), canvas.shape)
        picture = np.clip(canvas, 0, 255).astype(np.uint8)
        if rng.random() < 0.4:
            _, packed = cv2.imencode(".jpg", picture, [cv2.IMWRITE_JPEG_QUALITY, int(rng.integers(25, 96))])
            picture = cv2.imdecode(packed, cv2.IMREAD_COLOR)
        grey = cv2.cvtColor(picture, cv2.COLOR_RGB2GRAY)
        if rng.random() < 0.3:
            grey = np.clip((grey.astype(np.float32) - 128) * rng.uniform(0.5, 1.3) + 128 + rng.uniform(-30, 30), 0, 255).astype(np.uint8)
        return grey

    def scene(self, side: int, sizes: tuple[float, float], emblem_share: float) -> Scene:
        """One or two things on a ground, or none."""
        rng = self.rng
        canvas = self.ground(side)
        things: list[Thing] = []
        for _ in range(int(rng.choice([0, 1, 2], p=[0.1, 0.5, 0.4]))):
            picture, emblem, kind = self.thing(emblem_share)
            size = float(np.exp(rng.uniform(*np.log(sizes))))
            wide = kind >= 0 and max(picture.shape[:2]) > 1.3 * min(picture.shape[:2])
            if wide and emblem:
                size *= 1.8
            centre = tuple(rng.uniform(size * 0.4, side - size * 0.4, 2)) if size < side else (side / 2, side / 2)
            near = tuple(int(v) for v in (centre[0] - size / 2, centre[1] - size / 2, centre[0] + size / 2, centre[1] + size / 2))
            if not self.contrast(canvas, picture, near):
                if rng.random() < 0.6:
                    pad = int(size * 0.12) + 2
                    x0, y0, x1, y1 = near
                    canvas[max(0, y0 - pad) : y1 + pad, max(0, x0 - pad) : x1 + pad] = rng.choice([255, 245, 10, 40])
                if not self.contrast(canvas, picture, near):
                    continue
            if things and self._overlap(things[0].box, near):
                continue
            box = self.paste(canvas, picture, size, centre)
            things.append(Thing(box, emblem and not wide, kind, emblem and wide))
        return Scene(self.spoil(canvas), things)

    @staticmethod
    def _overlap(a: tuple[float, ...], b: tuple[float, ...]) -> bool:
        return min(a[2], b[2]) > max(a[0], b[0]) and min(a[3], b[3]) > max(a[1], b[1])


Maker = Callable[[int], Composer]
