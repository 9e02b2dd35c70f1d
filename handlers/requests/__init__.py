"""What enterprises ask of the subdistrict, through the contacts who speak for them."""
