"""Workbooks of the roster: read strictly, written with explanations and drop-down lists."""
