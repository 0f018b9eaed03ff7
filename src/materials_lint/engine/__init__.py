"""Everything that runs: finding files, reading them, asking the detectors, merging."""
