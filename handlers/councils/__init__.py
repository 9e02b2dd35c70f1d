"""Councils: topics, meetings, votes, minutes, and resolutions that are watched until they are done."""
