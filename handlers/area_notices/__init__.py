"""Notices to all who live somewhere: written, counted, agreed to, told once to each, and known to whoever reports or asks."""
