"""What people are told of, and what they do not want to hear of."""
