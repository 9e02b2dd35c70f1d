"""Pure text work: what a person means by one free sentence."""
