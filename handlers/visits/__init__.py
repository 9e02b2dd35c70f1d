"""走访: households are visited by a plan; what was seen is kept, what was brought becomes a ticket."""
