"""The back office in the browser: what staff see and steer."""
