"""`python -m materials_lint`."""

import sys

from materials_lint.cli.main import main

sys.exit(main())
