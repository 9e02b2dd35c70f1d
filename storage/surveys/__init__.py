"""Surveys as they stand in the database."""
