"""What comes of the commands of duty."""
