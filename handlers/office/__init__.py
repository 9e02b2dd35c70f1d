"""What staff see and do at the back office."""
