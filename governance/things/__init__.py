"""Things of the neighbourhood that somebody keeps: their kinds, what is told of them, when they are looked at."""
