"""What is kept of other platforms: each connected one, its records, links to ours, and what is given out."""
