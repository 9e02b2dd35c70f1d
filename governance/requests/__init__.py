"""What enterprises ask of the subdistrict: the kinds of their requests, what is promised of each, and the month's figures."""
