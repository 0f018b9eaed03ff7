"""Pixels in, marks out. Knows arrays and strings only, so that a benchmark or a notebook can use it bare."""
