"""Kinds of activity, and how somebody found one."""

from enum import StrEnum


class ActivityKind(StrEnum):
    """What an activity is. Four of them are those of 红创汇, the building alliance."""

    LECTURE = "lecture"
    VISIT = "visit"
    """A guided visit: 将军馆, 海洋馆."""
    TALK = "talk"
    SALON = "salon"
    CONTEST = "contest"
    COACHING = "coaching"
    GATHERING = "gathering"
    """Anything else that people come to: 剪窗花, 放电影."""


class Score(StrEnum):
    """What somebody thought of an activity, in one tap."""

    GOOD = "good"
    FAIR = "fair"
    POOR = "poor"
