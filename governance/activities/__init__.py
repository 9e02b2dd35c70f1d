"""What is done together at a time and place: lectures, visits, talks; places booked by units, who came, what they thought."""
