"""What is measured of the running product, and when somebody has to be told of it."""
