"""How the two small networks that find marks are trained; nothing here is needed to run materials-lint."""
