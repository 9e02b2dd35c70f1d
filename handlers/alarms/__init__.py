"""The product watches itself: faults and the all-clear are told to the administrators."""
