"""Rounds, candidates with their nominations, objections and announcements."""
