"""The command line: one module a command, found by being there (`COMMAND`). Prints and exits, nothing else."""
