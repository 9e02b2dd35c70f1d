"""What people may ask of their own data: to look at it, get a copy, have it corrected, have it erased."""
