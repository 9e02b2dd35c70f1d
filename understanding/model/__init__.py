"""What is learned from sentences: which command is wanted, which ticket or shift is meant, whether there is danger."""
