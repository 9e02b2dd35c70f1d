"""设施: things that somebody keeps, how a report finds its own, and when each is looked at."""
