"""Surveys: what may be asked, what is an answer, and how answers are kept so that nobody can tell whose they are."""
