"""Rules of check-ins, patrols, shifts and service hours. Source: design, section 5."""
