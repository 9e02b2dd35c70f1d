"""Alliances of neighbourhood and units: their branches, pairings, lectures, agreements with milestones."""
