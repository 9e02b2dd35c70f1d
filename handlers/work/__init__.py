"""What domains still take from the tickets' old folder; each name goes with the last domain that moves."""
