"""What can be asked of duty: shifts, what their lead does, being there, service, hours."""
