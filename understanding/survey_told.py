"""What is said to a survey to the letter: 意见3 2, 意见 3 很好, 意见3-2 不满意."""

import re
from dataclasses import dataclass

from understanding.normalise import tidy

_ANSWER = re.compile(
    r"(?:意见|居民表决)\s*(\d{1,7})(?!\d)(?:\s*[-—－]\s*(\d)(?!\d))?(?:[\s,，:：、]+(.+)|(?![楼幢栋层室号院单个点月日年条米户件次遍元块])(\D.*))?",
    re.DOTALL,
)
_LIST = re.compile(r"(?:看|查看|查)?(?:一下)?(?:征求意见|意见征集|问卷)(?:列表|结果)?[。!！?？]?")
_VOTE = re.compile(
    r"(?:请|我要|我想|帮我)*(?:发起|组织|起草|开)?(?:一个|一次)?(?:不记名)?居民表决[:：，,\s]+(\D.*|\d+[^\d\s].{3,})",
    re.DOTALL,
)
_VOTE_BARE = re.compile(r"(?:请|我要|我想|帮我)*(?:发起|组织|起草|开)(?:一个|一次)?(?:不记名)?居民表决[。!！]?")
_SENDS = re.compile(r"(?:确认)?(发出|确认|发|不发|作废|取消)\s*居民表决\s*(\d{1,7})[。!！]?")
_HOUSEHOLD = re.compile(r"一户一票|按户(?:投票|算|计)?")
_SECRET = re.compile(r"[不无]记名(?:投票|表决)?")
_TWO_THIRDS = re.compile(r"(?:需|要)?(?:超过)?三分之二(?:以上)?(?:的人)?(?:同意|通过)?(?:才?(?:通过|算))?")
_CLAUSE = re.compile(r"[,，;；。!！\n]+")
_ENDS = re.compile(r"^(?:截止(?:时间|到|于)?|到|至)|截止|(?:为止|之前|以前|前)$")
_EVENING = re.compile(r"(?<=[日号天一二三四五六])晚(?=\s*[0-9一二两三四五六七八九十])")
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


@dataclass(frozen=True)
class VoteTold:
    """A residents' vote that somebody wants to hold: its `clauses`, of which some say what, one until when, one where."""

    clauses: tuple[str, ...] = ()
    household: bool = False
    secret: bool = False
    two_thirds: bool = False


def vote_told(text: str) -> VoteTold | None:
    """居民表决：要不要装充电棚，到周五晚8点，梧桐里1号院; None for any other text."""
    said = tidy(text).strip()
    if _VOTE_BARE.fullmatch(said):
        return VoteTold()
    found = _VOTE.fullmatch(said)
    if found is None or survey_told(text) is not None:
        return None
    rules = (_HOUSEHOLD, _SECRET, _TWO_THIRDS)
    clauses = [each.strip() for each in _CLAUSE.split(found[1]) if each.strip()]
    asked = tuple(each for each in clauses if not any(rule.fullmatch(each) for rule in rules))
    household, secret, two_thirds = (any(rule.fullmatch(each) for each in clauses) for rule in rules)
    return VoteTold(asked, household, secret or _SECRET.search(said[: found.start(1)]) is not None, two_thirds)


def until_in(clause: str) -> str:
    """A clause that says until when, its evening in full: 到周五晚8点, 周五截止; empty for any other."""
    return _EVENING.sub("晚上", clause) if _ENDS.search(clause) is not None else ""


def vote_sent(text: str) -> tuple[int, bool] | None:
    """发出居民表决3: its number, and whether it goes out; None for any other text."""
    found = _SENDS.fullmatch(tidy(text).strip())
    return None if found is None else (int(found[2]), found[1] in ("发出", "确认", "发"))


def survey_told(text: str) -> SurveyTold | None:
    """What a text says to a survey; None for any other. A number must stand by itself: 意见3楼 names none."""
    said = tidy(text).strip()
    found = _ANSWER.fullmatch(said)
    if found is not None:
        question = None if found[2] is None else int(found[2])
        return SurveyTold(int(found[1]), question, (found[3] or found[4] or "").strip())
    return SurveyTold(None) if _LIST.fullmatch(said) else None
