"""Surveys: the people of a place are asked for their opinion, answer by a tap, and hear what was done about it."""
