"""The clock and the hands: jobs that only enqueue, actors that do the work."""
