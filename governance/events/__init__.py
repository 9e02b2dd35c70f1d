"""Many reports of one matter: when they are one, what they cover, and what may be done to it."""
