"""Kinds of stations, by what is recorded there."""

from enum import StrEnum


class StationKind(StrEnum):
    """Names: design, section 9."""

    MEDIATION = "mediation"
    """和事佬工作室."""
    REPAIR = "repair"
    """鲁班能量屋."""
    PIONEER = "pioneer"
    """先锋示范岗."""
    STUDY = "study"
    """打卡点: a place to visit and learn."""
    OTHER = "other"
