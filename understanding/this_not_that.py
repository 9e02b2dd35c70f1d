"""不是下水道，我问的是充电桩: which matter is not meant, and what is said of the one that is."""

import re
from collections.abc import Sequence

from understanding.correction import inside_put_right, names_building
from understanding.model.wording import names_of, names_said
from understanding.situation import OwnTicket, Situation
from understanding.summary import says_what_is_wrong
from understanding.where_more import tells_only_where

_LEAD = r"^(?:(?:哎|唉|哦|噢|嗯|啊|(?:我)?[说讲报弄搞]?错了?|不对|都不是|你听我说)[呀啊哦噢呢]?[,，。!！\s]*)*"
_SAYS = r"我?(?:要|想)?(?:说|讲|问|指|报|催|要|查)(?:的)?(?:就)?(?:是)?"
_PATTERNS = (
    re.compile(
        rf"{_LEAD}(?:我)?(?:(?:又|并|可)?不是(?:说|讲|问|指|报|催)?|没(?:在)?(?:说|讲|问|催|谈))(?:的是)?(?P<wrong>(?!吧|吗|啊|呀|不|我|说)[^,，。;；!！?？]{{1,12}}?)"
        rf"[,，。;；!！\s]+(?P<says>{_SAYS}|(?:应该|而)?(?:就)?是|)(?P<right>.{{2,}})$"
    ),
    re.compile(
        rf"{_LEAD}(?P<says>我?(?:说|讲|问|指|报|催)的(?:就)?是|是)(?P<right>[^,，。;；]{{2,20}})[,，\s]+(?:又|并|可)?不是(?P<wrong>[^,，。;；是]{{1,12}})$"
    ),
    re.compile(
        rf"{_LEAD}(?:谁|哪个)(?:要|说|让|叫|跟你)?(?:催|问|说|讲|提|管)(?P<wrong>[^,，。;；]{{1,8}}?)(?:了|啊|呀|的事)*[,，。!！?？\s]+"
        r"(?P<says>我(?:是)?(?:说|问|讲|要|指)(?:的)?(?:是)?)(?P<right>.{4,})$"
    ),
    re.compile(r"^(?P<wrong>)(?P<says>我(?:说|讲|问|指)的(?:就)?是)(?P<right>.{2,})$"),
)
_MATTER = re.compile(r"(?:的|那)(?:[个件条单桩回]|事情?)+[呀啊哎哦噢呢]?$|的事[呀啊哎]?$")
_POINTED = re.compile(r"^[^,，。;；!！?？\s]{1,10}?(?:那|这)(?:[个件条单边家桩])|^[^,，。;；!！?？\s]{1,10}?的事")
_ENDS = re.compile(r"(?:那|这)?(?:[个件条单]|个事|件事|的事情?)?[呀啊哎哦噢呢吧嘛]*$")
_CLAUSE = re.compile(r"[,，。;；!！?？\s]+")
_SAYS_SO = re.compile(r"说|讲|问|指|报|催|要|查")
_THING = re.compile(r"^[^,，。;；!！?？\s]{0,2}?(?P<last>[^,，。;；!！?？\s电水门的])(?:那|这)(?:[个件条单桩])")
_BARE = 10
HOW_IS_IT = "怎么样了"


def spoken_of_instead(words: str, situation: Situation) -> str:
    """What is said of the matter that is meant; empty where none is put in another's place, or a detail of one is put right.

    Of a reporter who says no more than which it is: the question how it stands.
    """
    for pattern in _PATTERNS:
        found = pattern.search(words)
        if found is not None:
            return _meant(found["wrong"], found["says"], found["right"].strip(" ,，。;；!！"), situation)
    return ""


def put_right_of(words: str, situation: Situation) -> str | None:
    """The one report of which a detail is put right (不是电梯里，是楼前头草坪): the one that what is right names, else the one just
    spoken of, else the one where what is wrong stands. None where nothing is put right.
    """
    found = next((each for each in (pattern.search(words) for pattern in _PATTERNS[:2]) if each is not None), None)
    own = [each for each in situation.work if each.mine == "reporter"]
    if found is None or not own:
        return None
    named = matter_named(found["right"], own)
    if named is None:
        just = [each for each in own if each.number == situation.just]
        there = [each for each in own if found["wrong"].strip("里上边的") in f"{each.place}{each.summary}"]
        named = next(iter(just or there), None)
    return None if named is None else named.number


def either_meant(words: str, situation: Situation) -> str | None:
    """The report whose matter is denied for one that nobody told of (不是井盖，是污水管漏了): that may
    be put right in it, or be another matter. None where only one of the two can be meant.
    """
    found = _PATTERNS[0].search(words)
    if found is None or says_what_is_wrong(found["wrong"]) or not says_what_is_wrong(found["right"]):
        return None
    own = [each for each in situation.work if each.mine == "reporter"]
    denied = matter_named(found["wrong"], own)
    if denied is None or matter_named(found["right"], own) is not None or _is_detail(found["wrong"], found["right"]):
        return None
    return denied.number


def _meant(wrong: str, says: str, right: str, situation: Situation) -> str:
    first = _CLAUSE.split(right)[0]
    if _is_detail(wrong, first):
        return ""
    named = matter_named(first, situation.work)
    denied = matter_named(wrong, situation.work)
    if named is not None and named is not denied:
        bare = right == first and len(_ENDS.sub("", right)) <= _BARE and named.mine == "reporter"
        return f"{_ENDS.sub('', right)}{HOW_IS_IT}" if bare and _only_names(right, named) else right
    another = _SAYS_SO.search(says) is not None or _MATTER.search(wrong) is not None or _POINTED.search(right)
    return right if another and denied is not None and named is None else ""


def _is_detail(wrong: str, right: str) -> bool:
    """Whether a place, a floor, a number is put right: that is one of one and the same matter."""
    if not tells_only_where(wrong) and says_what_is_wrong(right):
        return False
    if inside_put_right(f"不是{wrong},是{right}") is not None and not _POINTED.search(right):
        return True
    return (names_building(right) or tells_only_where(right)) and not _POINTED.search(right)


def _only_names(right: str, ticket: OwnTicket) -> bool:
    """Whether words hold nothing but what a ticket is called, and that it is meant."""
    said = _ENDS.sub("", right)
    return said != right or all(letter in ticket.summary for letter in said)


def matter_named(words: str, tickets: Sequence[OwnTicket]) -> OwnTicket | None:
    """The only ticket of whose matter something is said (上学那个 of 娃明年上小学); None where it is none, or several."""
    said = names_said(words)
    fits = {each.number: sum(len(name) for name in names_of(each.summary) & said) for each in tickets}
    best = max(fits.values(), default=0)
    named = [each for each in tickets if best and fits[each.number] == best]
    pointed = _THING.search(words)
    if not named and pointed is not None:
        named = [each for each in tickets if pointed["last"] in each.summary]
    return named[0] if len(named) == 1 else None
