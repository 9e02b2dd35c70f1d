"""The yearly evaluation of units, pairings and projects from facts: its sum, its rounds, its ranking."""
