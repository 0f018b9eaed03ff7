"""Word lists and tables, one file a language or a subject; plain Python for speed of loading."""
