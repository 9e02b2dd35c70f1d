"""Where things lie on a map: outlines of places, what is right and wrong with them, and how they are drawn."""
