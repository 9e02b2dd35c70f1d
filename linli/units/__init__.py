"""Files for whoever runs the product in earnest, made from the tables of parts and settings."""
