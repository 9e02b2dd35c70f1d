"""All that people read of duty."""
