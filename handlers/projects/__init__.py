"""Projects that units claim, what they offer, what is needed, and calls for help at once."""
