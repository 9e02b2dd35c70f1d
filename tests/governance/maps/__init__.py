"""Outlines of places: read, held against the ground, and drawn."""
