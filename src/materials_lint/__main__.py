"""`python -m materials_lint`."""

import sys

from materials_lint.cli.main import main

if __name__ == "__main__":  # workers that are spawned anew (Windows, macOS) import this module too
    sys.exit(main())
