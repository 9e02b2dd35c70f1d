"""How soon a ticket is due."""

from enum import StrEnum


class Urgency(StrEnum):
    """Names: design, section 5."""

    HAZARD = "hazard"
    URGENT = "urgent"
    NORMAL = "normal"
    ENQUIRY = "enquiry"
