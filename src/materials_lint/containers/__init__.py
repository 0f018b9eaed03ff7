"""Safe handling of what formats are made of: ZIP packages, XML, OLE files. Limits are counted while reading."""
