"""SVG drawings to pixels."""

from __future__ import annotations

import io
import re
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray


_LINK = re.compile(r"""(\bhref\s*=\s*)("(?!\s*(?:\#|data:))[^"]*"|'(?!\s*(?:\#|data:))[^']*')""")
_ENTITY = re.compile(r"""<!ENTITY\s[^"'>]*(?:"[^"]*[<&%][^"]*"|'[^']*[<&%][^']*'|SYSTEM|PUBLIC)""")


class NotDrawnError(ValueError):
    """The drawing can't be rendered; the message says why, for a person."""


def draw_svg(text: str, side: int) -> NDArray[np.uint8]:
    """Render an SVG drawing so that its longer side is `side` pixels; returns RGBA, shape (height, width, 4).

    Fonts of the system are not used, and nothing the drawing names elsewhere is loaded. Raises NotDrawnError.
    """
    import numpy as np
    import resvg_py
    from PIL import Image

    try:
        data = bytes(resvg_py.svg_to_bytes(svg_string=_alone(text), width=side, skip_system_fonts=True))
    except ValueError as error:
        raise NotDrawnError(str(error)) from error
    picture = Image.open(io.BytesIO(data)).convert("RGBA")
    if picture.height > side:
        picture = picture.resize((max(1, round(picture.width * side / picture.height)), side), Image.Resampling.LANCZOS)
    return np.asarray(picture)


def _alone(text: str) -> str:
    """Return the drawing with links to inside it and to embedded data only: the library would open any file of this computer that it names.

    Raises NotDrawnError where its entities could make up links.
    """
    if _ENTITY.search(text):
        raise NotDrawnError("it is built of entities, which are not followed")
    return _LINK.sub(r'\1""', text)
