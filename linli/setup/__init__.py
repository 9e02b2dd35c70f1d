"""`linli setup`: from nothing to a first report that was answered."""
