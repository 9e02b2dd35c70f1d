"""What fails around us: each fault of docs/faults.md on both databases."""
