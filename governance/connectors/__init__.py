"""What is agreed with other platforms: how their records are read, whose state counts, in which order, and how both sign."""
