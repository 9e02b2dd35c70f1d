"""What other systems bring: 12345 orders and Open311 requests; and what everybody may read of the tickets."""
