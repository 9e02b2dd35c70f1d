"""Projects that units claim, what they offer, what is needed, and the call for help at once."""
