"""Briefs: what each level reads each day, week and month."""
