"""What is said to a survey to the letter: 意见3 2, 意见 3 很好, 意见3-2 不满意."""

import re
from dataclasses import dataclass

from understanding.normalise import tidy

_ANSWER = re.compile(
    r"(?:意见|居民表决)\s*(\d{1,7})(?!\d)(?:\s*[-—－]\s*(\d)(?!\d))?(?:[\s,，:：、]+(.+)|(?![楼幢栋层室号院单个点月日年条米户件次遍元块])(\D.*))?",
    re.DOTALL,
)
_LIST = re.compile(r"(?:看|查看|查)?(?:一下)?(?:征求意见|意见征集|问卷)(?:列表|结果)?[。!！?？]?")
_DIGITS = re.compile(r"\d")


@dataclass(frozen=True)
class SurveyTold:
    """The survey, its question where that is named, and what is said of it; `survey` None: which there are is asked."""

    survey: int | None
    question: int | None = None
    said: str = ""

    @property
    def by_number(self) -> bool:
        """Whether a choice is named by its number."""
        return _DIGITS.match(self.said) is not None


def survey_told(text: str) -> SurveyTold | None:
    """What a text says to a survey; None for any other. A number must stand by itself: 意见3楼 names none."""
    said = tidy(text).strip()
    found = _ANSWER.fullmatch(said)
    if found is not None:
        question = None if found[2] is None else int(found[2])
        return SurveyTold(int(found[1]), question, (found[3] or found[4] or "").strip())
    return SurveyTold(None) if _LIST.fullmatch(said) else None
