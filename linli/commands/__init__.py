"""Groups of commands that are more than a few lines; linli.__main__ lists them."""
