"""The monthly stars: dates of a round, what counts how much, who comes first, what may become of a candidate."""
