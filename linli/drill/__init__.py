"""The storm drill: one matter that a thousand people tell of within the hour, on the stand-in, with a clock of its own."""
