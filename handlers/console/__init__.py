"""What staff do from the back office: signing in, seeing, acting as they would by chat."""
