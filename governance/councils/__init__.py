"""Councils: what there are, when they may vote, what a vote comes to, and until when minutes and resolutions are due."""
