"""Strings in, judgements out: normalising, addresses, purposes, languages. Knows nothing of documents."""
