"""Councils as they stand in the database."""
