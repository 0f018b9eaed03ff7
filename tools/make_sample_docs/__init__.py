"""Makes the drafts in `sample_docs/`: small invented campaign materials in every format, byte for byte the same each time."""
