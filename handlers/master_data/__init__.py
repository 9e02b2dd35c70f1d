"""What the subdistrict consists of and goes by, changed by hand: checked, shown before it is made, undone by another change."""
