"""Composition root: settings, command line, wiring. Nothing imports it."""
