"""Draws the reference marks from their geometry: `python -m tools.draw_marks` writes the SVG files of `reference_marks/`."""
