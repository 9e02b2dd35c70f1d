"""街道这一年: cases from closed matters, approved of by residents in secret, weighed by a jury."""
