"""走访: which buildings and households are visited in a month, by whom, and what may come of a visit."""
