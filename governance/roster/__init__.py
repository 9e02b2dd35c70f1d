"""The roster workbook: its sheets, what can be wrong in it, and what a new one changes."""
