"""Check-ins, patrols, enrolment, shifts and service hours by chat."""
