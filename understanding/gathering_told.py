"""What is told in own words of an activity to be held (周六下午两点半教小孩剪窗花，最多15个人): name, hours and places."""

import re
from collections.abc import Collection
from dataclasses import dataclass
from datetime import datetime, timedelta

from understanding.activity_said import spot_said
from understanding.days import DAY
from understanding.duty import minutes_in
from understanding.numerals import number_of
from understanding.times import CLOCK, PARTS, Calendar, Span, time_in

_NOUN = (
    r"(?:活动(?!室|中心|板房|不便)|讲座|沙龙|亲子|手工课?|市集|集市|义诊|联欢|茶话会|观影|放电影|读书会|比赛|大赛|课堂|培训|座谈会?|宣讲|"
    r"晚会|运动会|跳蚤市场|百家宴|长街宴|包饺子|包粽子|写春联|趣味赛|体验课|兴趣班|绘本|故事会|游园会?)"
)
_HOLD = r"(?:举办|举行|办|搞|组织|开展|弄|发起|安排|策划|筹办|开)(?:一下|起来|一|两|几|个|场|次|期|起|下|堂|节|些)*(?!了|完|过|不)"
_HOLDS = re.compile(
    rf"(?:想|打算|准备|计划|要)[^,，。;；]{{0,20}}?(?:放(?:一?[场个次])?电影|教(?:小孩|小朋友|孩子|老人|居民|大家))|{_HOLD}[^,，。;；?？]{{0,16}}?{_NOUN}|{_NOUN}[^?？]{{0,40}}(?:帮我|给我|请)(?:发起|发布|办|弄|搞|建)"
)
_LIMIT = re.compile(
    r"(?:最多|限|上限|不超过|至多)[^,，。;；]{0,4}?[0-9一二三四五六七八九十百]+(?:个|名|位|组|户)?[^,，。;；]{0,2}(?:人|名额|位|名|孩子|小孩|家庭|户)|名额|"
    r"[0-9一二三四五六七八九十百]+个?名额"
)
_OF_DUTY = re.compile(r"值班|班次|值守|排班|加班|轮值|顶班|换班|站岗|夜班|早班|晚班")
_OF_MEETING = re.compile(r"(?:议事|协商|联席|委员|例|业主大|业委|党员大|支部|工作|调度|动员)会|开会")
_ASKS = re.compile(
    r"[?？]|吗|(?:什么|啥|哪些|哪个)活动|有没有|有没得|能不能|可不可以|要不要|怎么报|为什么|怎么(?:没|不|又)|希望|建议|要是|多办|多搞|啥时候|什么时候|几点(?!半)|哪天"
)
_OVER = re.compile(
    r"(?:办|搞|开|结束|举行)(?:完|过)|(?:办|搞|举行|开)了|昨天|前天|上周|取消|不办|不搞|推迟|改到|报名|参加(?!者)"
)
_CALLS_PEOPLE = re.compile(
    r"(?:叫|让|通知|喊|请|欢迎)[^,，。;；]{0,8}?(?:来?(?:报名|参加)|(?:过来|来)(?=$|[,，。;；]))"
)
TOLD = "搞个活动"
"""What stands before words that somebody has told of an activity, when more of it is asked for."""
_SHORTEST_TITLE, LONGEST_TITLE = 2, 40
_EDGES = " ,，。.;；:：!！、《》“”\"'"
_TIME = re.compile(
    "|".join(
        [
            r"(?:下下|下个?|这个?|本)?(?:周|星期|礼拜)[一二三四五六日天末1-7]",
            r"大?后[天儿]|今[天日儿]|明[天日儿]",
            r"(?:\d{1,2}|[一二三四五六七八九十]{1,3})月(?:\d{1,2}|[一二三四五六七八九十]{1,3})[日号]?",
            r"\d{4}[-/.]\d{1,2}[-/.]\d{1,2}",
            r"(?:\d{1,2}|[一二三四五六七八九十]{1,3})[日号](?!楼|院|门)",
            r"今晚|明晚|明早|今早",
            r"(?:这|本|下)?个?月[底初中]",
            *(word for word, _, _ in PARTS),
            r"(?:\d{1,2}|[一二两三四五六七八九十]{1,3})(?:点钟?|时)(?:半|[一三]刻|\d{1,2}分?|[一二三四五]?十[一二三四五六七八九]?分?)?",
            r"\d{1,2}[:：]\d{2}",
            r"(?:大概|大约|一共|总共|为时)?(?:\d+(?:\.\d)?|[一二两三四五六七八九十]{1,3})?个?半?(?:小时|钟头)半?",
            r"\d{1,3}分钟",
        ]
    )
)
_JOINS = re.compile(
    r"^(?:从|到|至|[-—~～]|开始|结束|左右|的|起|为止|止|举行|举办)+|(?:从|到|至|[-—~～]|开始|结束|左右|起|为止|止)+$"
)
_MANY = re.compile(
    r"(?:目标|大概|大约|最多|限|上限|不超过|至多|一共|总共|共|招|要|需要)*(?:\d{1,4}|[一二两三四五六七八九十百]{1,5})\s*(?:个|名|位|组|户)?(?:人|名额|位|名|孩子|小孩|小朋友|家庭|户)?(?:名额|人)?(?:参加|报名)?(?:就行|左右|吧)?$"
)
_ROOM = re.compile(
    r"(?:地点(?:在|是|就在)?|在|到|于)[\s:：]*(?P<spot>[^,，。;；\s]{0,14}?(?:活动室|会议室|多功能厅|大厅|广场|小花园|凉亭|驿站|工作站|服务站|服务中心|文化站|"
    r"图书室|阅览室|食堂|空地|礼堂|教室|学校|公园|书屋|工作室|院子里?|门口|中心|社区|[0-9]+号院|[0-9]+[幢栋]|操场))(?!的)"
)
_FRAME = re.compile(
    r"^(?:那就|那|就|嗯|哦|好的?|麻烦|帮我|给我|帮忙|想|要|打算|准备|计划|再|来|是|把|(?:我们?|咱们?)(?:社区)?(?=想|要|打算|准备|计划|来|办|搞|组织|举|开|$))*"
    r"(?:(?:举办|举行|办|搞|组织|开展|弄|发起|安排|策划|筹办|开)(?:一下|起来|一|个|场|次|期|起|下|堂|节)*)?(?:吧|啊|呀|哈)?"
)
_TAIL = re.compile(
    r"(?:的)?(?:那|这)(?:个|场|次|项)(?:活动)?$|(?:帮我|给我|请)?(?:发起|发布)(?:一下)?(?:吧|呗)?$|(?:吧|呗|啊|呀|哈|了)$"
)
_TALK = re.compile(r"^(?:哈+|啊|嗯+|哎呀?|那个|这个|就是(?:说)?|是这样|对了|你看|喂|小邻|你好|您好|就|那)+[\s,，]*")
_ONLY_WORD = re.compile(
    r"(?:(?:个|一个|新|这个|那个|一场|新的)*(?:活动|亲子活动|社区活动)?|(?:地点|时间|人数|名额|名称|主题)(?:是|在)?[:：]?|人|名额|报名|也)"
)
_CLAUSES = re.compile(r"[,，。;；!！\n\s]+")
_CALLED = re.compile(
    r"(?:名称|主题|名字|题目|名叫|就叫|叫做|(?<=[,，。])叫(?!上|大家|居民|邻居|[^,，。]{0,8}(?:来|报名|参加)))(?:是|叫|为|就叫|就是)?[\s:：]*[《“\"]?(?P<title>[^,，。;；《》”\"]{2,30})"
)
_DRIVE = re.compile(r"巡查|巡逻|志愿|清扫|大扫除|扫雪|除雪|铲雪|防汛|值守|执勤|劝导|创文|搬|清理|整治|义务")


@dataclass(frozen=True)
class Gathering:
    """`start`, `end`, `people`: None where it is not said; `title`, `spot`: empty where it is not; `drive`: people are to work."""

    title: str
    start: datetime | None
    end: datetime | None
    people: int | None
    spot: str
    drive: bool


def holds_gathering(normalised: str) -> bool:
    """Whether somebody wants an activity to be held: says so, or says when and how many may come."""
    rest = _CALLS_PEOPLE.sub("", normalised)
    if _OF_DUTY.search(rest) or _OF_MEETING.search(rest) or _ASKS.search(rest) or _OVER.search(rest):
        return False
    if _HOLDS.search(rest):
        return True
    return DAY.search(rest) is not None and CLOCK.search(rest) is not None and _LIMIT.search(rest) is not None


def of_duty(normalised: str) -> bool:
    """Whether the words speak of shifts."""
    return _OF_DUTY.search(normalised) is not None


def gathering_told(normalised: str, now: datetime, calendar: Calendar, places: Collection[str] = ()) -> Gathering:
    """What is said of it. `places`: names of places, which are no part of its title."""
    start, end = _hours(normalised, now, calendar)
    room = _ROOM.search(_TIME.sub("，", normalised))
    spot = room["spot"] if room is not None else spot_said(normalised)
    return Gathering(
        title_told(normalised, places),
        start,
        end,
        _limit(normalised),
        spot,
        _DRIVE.search(normalised) is not None,
    )


def title_told(normalised: str, places: Collection[str] = ()) -> str:
    """What it is called: the words that tell no time, no place and no number; empty where there are none."""
    called = _CALLED.search(normalised)
    if called is not None:
        return called["title"].strip(_EDGES)
    text = _ROOM.sub("，", _TIME.sub("，", normalised))
    for name in sorted(places, key=len, reverse=True):
        text = re.sub(rf"(?:地点)?[在到于]?{re.escape(name)}", "，", text)
    for clause in _CLAUSES.split(text):
        title = _of_clause(clause)
        if len(title) >= _SHORTEST_TITLE and not _ONLY_WORD.fullmatch(title):
            return title[:LONGEST_TITLE]
    return ""


def without_talk(text: str) -> str:
    """A text without what is only said before it begins: 哈，……; 哎对了，……."""
    return _TALK.sub("", text).lstrip(_EDGES) or text


def _of_clause(clause: str) -> str:
    if _CALLS_PEOPLE.search(clause):
        return ""
    title = without_talk(clause.strip(_EDGES))
    for pattern in (_FRAME, _JOINS, _TAIL, _MANY, _JOINS):
        title = pattern.sub("", title).strip(_EDGES)
    return title.removeprefix("的").removeprefix("个")


_PLACES = re.compile(
    r"(?:名额|限|最多|人数)[^,，。;；0-9一二三四五六七八九十百]{0,3}(?P<after>\d{1,4}|[一二两三四五六七八九十百]{1,5})|"
    r"(?P<count>\d{1,4}|[一二两三四五六七八九十百]{1,5})\s*(?:个|组|户|名|位)?(?:人|名额|孩子|小孩|小朋友|家庭|户|名|位)"
)


def _limit(text: str) -> int | None:
    """How many may come."""
    found = _PLACES.search(_TIME.sub(" ", text))
    return None if found is None else number_of((found["after"] or found["count"]).replace("两", "二"))


def _hours(text: str, now: datetime, calendar: Calendar) -> tuple[datetime | None, datetime | None]:
    """When it begins, where an hour is said, and when it is over, where that or how long it takes is."""
    span: Span | None = time_in(text, now, calendar)
    minutes = minutes_in(text.replace("钟头", "小时"))
    clocks = len(list(CLOCK.finditer(text)))
    if span is None or not clocks:
        return None, None
    late = timedelta(hours=12 if span.start.hour < _EARLIEST and not _AT_NIGHT.search(text) else 0)
    start = span.start + late
    if clocks > 1:
        return start, span.end + late
    return start, None if minutes is None or minutes <= 0 else start + timedelta(minutes=minutes)


_EARLIEST = 7
"""Who says two o'clock of an activity means the afternoon."""
_AT_NIGHT = re.compile(r"凌晨|清晨|早上|早晨|一早|半夜|夜里|[01]?[0-9][:：][0-9]{2}")
