"""The guidance, the rules and the user's configuration as data."""
