"""Stations, shifts, sign-ups, check-ins and the ledger of hours."""
