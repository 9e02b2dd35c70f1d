"""What a resident reports, and what they ask and say of it afterwards."""
