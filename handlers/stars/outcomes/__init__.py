"""What comes of a command about the stars, by command group."""
