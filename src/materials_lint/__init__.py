"""materials-lint: checks election-campaign materials against ITU Ethics Office Guidance Note 17-01."""

__version__ = "0.1.0"
