"""The monthly stars: nominating, consent, review, public notice, objections, announcement."""
