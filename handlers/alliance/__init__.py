"""Paired branches: who is paired with whom, lectures, agreements and their milestones."""
