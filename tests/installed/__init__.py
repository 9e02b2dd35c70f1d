"""`make install-test`: the wheel in an environment of its own, without Node and make, played as who installs it does.

One part a file; the table of all parts, in the order in which they are played, stands in `parts.py`. Each says what was seen, and
what this machine has no means for is said and not claimed.
"""
