"""Mutated real files through every reader, in workers: none may crash, hang, or pass for whole in silence while it is cut.

    python -m benchmarks.fuzz [FOLDER] [--rounds 20] [--seed 1]

Each file of the folder (sample_docs without one) is changed in `rounds` ways: bytes flipped, cut, doubled, zeroed, or filled with
numbers that readers dislike; in ZIP packages also inside their members. Files whose reader broke down or ran out of time are named, with
the seed that makes them again.
"""

from __future__ import annotations

import argparse
import io
import random
import tempfile
import zipfile
from collections import Counter
from pathlib import Path

from materials_lint import api
from materials_lint.model.document import Reason

DISLIKED = (b"\xff\xff\xff\xff", b"\x00\x00\x00\x00", b"\x7f\xff\xff\xff", b"\x80\x00\x00\x00", b"99999999999", b"-1", b"%s%n", b"\r\n\r\n", b"<<<<", b"((((", b"{{{{")


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("folder", nargs="?", type=Path, default=Path("sample_docs"))
    parser.add_argument("--rounds", type=int, default=20)
    parser.add_argument("--seed", type=int, default=1)
    options = parser.parse_args()
    files = sorted(path for path in options.folder.rglob("*") if path.is_file())
    outcomes: Counter[str] = Counter()
    for turn in range(options.rounds):
        chance = random.Random(f"{options.seed}-{turn}")
        with tempfile.TemporaryDirectory() as root:
            for path in files:
                Path(root, path.name).write_bytes(mutated(path.read_bytes(), chance))
            report = api.check([root])
        for document in report.documents:
            outcomes[str(document.status)] += 1
            for gap in document.gaps:
                if gap.reason in (Reason.CRASH, Reason.TIMEOUT, Reason.MEMORY):
                    outcomes[f"gap: {gap.reason}"] += 1
                    print(f"seed {options.seed}, round {turn}, {Path(document.path).name}: {gap.reason}: {gap.message[:140]}")
    print(f"{len(files) * options.rounds} mutated files:", dict(outcomes))


def mutated(data: bytes, chance: random.Random) -> bytes:
    """Return `data` changed in one to six places; half of the ZIP packages are changed inside a member instead."""
    if data.startswith(b"PK") and chance.random() < 0.5:
        return _mutated_member(data, chance)
    changed = bytearray(data)
    for _ in range(chance.randint(1, 6)):
        _change(changed, chance)
    return bytes(changed)


def _change(data: bytearray, chance: random.Random) -> None:
    at, length = chance.randrange(max(1, len(data))), chance.randint(1, 64)
    kind = chance.randrange(6)
    if kind == 0:
        data[at : at + 1] = bytes([chance.randrange(256)])
    elif kind == 1:
        data[at : at + length] = b""
    elif kind == 2:
        data[at:at] = data[at : at + length]
    elif kind == 3:
        data[at : at + length] = bytes(length)
    elif kind == 4:
        filler = chance.choice(DISLIKED)
        data[at : at + len(filler)] = filler
    elif chance.random() < 0.3:
        del data[at:]


def _mutated_member(data: bytes, chance: random.Random) -> bytes:
    out = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(data)) as package, zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as changed:
        names = package.namelist()
        chosen = chance.choice(names)
        for name in dict.fromkeys(names):
            content = bytearray(package.read(name))
            if name == chosen:
                for _ in range(chance.randint(1, 6)):
                    _change(content, chance)
            changed.writestr(name, bytes(content))
    return out.getvalue()


if __name__ == "__main__":
    main()
