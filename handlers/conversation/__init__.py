"""Taking messages in, and what is answered before and between commands."""
