"""Lets tests import what several folders share as `tests.NAME`."""

import sys
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parent.parent))
