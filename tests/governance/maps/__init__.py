"""The rules of projects, needs and calls for help."""
