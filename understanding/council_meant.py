"""What is said of a council in own words: put that on Thursday's agenda, why was nobody told, it was resolved by nine to two."""

import re

_AGENDA = re.compile(
    r"(?:列|放|加|排|纳|写|添|提)(?:入|进|到|上|在)[^,，。;；]{0,12}?(?:议程|会上?(?!议室)|会议(?!室)|议题单)|(?:拿|提|放|带|搬)到[^,，。;；]{0,12}会上?(?!议室)|"
    r"(?:会上|上会)[^,，。;；]{0,3}(?:讨论|商量|议|说|谈|过)|(?:列|进)议程"
)
_OF_TOPIC = re.compile(r"议题|那[条个]|这[条个]|提的|说的")
_NOT_NOW = re.compile(
    r"[?？]|吗|(?:别|不要|不用|先不)(?:急着)?(?:把|将)?[^,，。;；]{0,10}?(?:列|放|加|拿|提)|列了没|上了没|什么时候"
)
_NOBODY = re.compile(
    r"(?:通知|告诉|喊|叫|请)(?:了|到)?\s*(?:0|零)\s*个?(?:人|位)|(?:怎么|为什么|为啥|咋)[^,，。]{0,6}(?:没|0|零)[^,，。]{0,4}(?:人|通知|成员)|"
    r"(?:议事会|协商会|会议?)的?(?:成员|委员|人)(?:呢|在哪|有哪些|是谁|都是谁|都有谁|名单)|(?:议事会|协商会)(?:有|都有)(?:哪些|几个|谁)"
)
_COUNCIL = re.compile(r"议事会|协商会|联席会|委员会|会议|开会|成员|那个会|这个会|的会")
_WHEN_OPEN = re.compile(
    r"(?:议事会|协商会|联席会)[^,，。]{0,8}(?:什么时候|啥时候|几点|哪天|在哪|是不是|开不开|[今明后]天|周[一二三四五六日])[^,，。]{0,8}(?:开|在哪|吗|啊|呢|$)|"
    r"(?:什么时候|几点|哪天|在哪[里儿块]?)[^,，。]{0,4}开?(?:议事会|协商会|联席会)"
)
_MET = re.compile(
    r"(?:会|议事会|协商会|联席会)[^,，。;；]{0,3}(?:开完|开过|结束|散|完)了?|会上|刚(?:才)?开(?:完)?(?:的)?会|议事会(?:定|通过|同意|决定)"
)
_RESULT = re.compile(
    r"[0-9一二两三四五六七八九十]+\s*(?:票|个?人|个|位)\s*(?:都|全)?(?:同意|赞成|支持|反对|弃权|不同意)|(?:同意|赞成|反对|弃权)\s*(?:的)?[0-9一二两三四五六七八九十]+|"
    r"(?:全票|一致)(?:通过|同意)|(?:大家|都)(?:同意|定下|说好)|(?:定|决定|商定|通过)(?:了|在|为|下来)|没(?:有)?(?:谈拢|通过|定下来)"
)
_NOTE_IT = re.compile(
    r"[\s,，]*(?:帮我|请|你)?(?:记|写|登记|备注)(?:录|下|上)?(?:一?下|下来|一笔)?(?:吧|哈|啊)?[。!！]?$|^记(?:一?下)[\s:：,，]*"
)
_VOTES = re.compile(
    r"(?:大家|我们|来|请|让|现在|就|把|对)[^,，。;；]{0,14}(?:投票|表决|举手)(?!过|了|完)|(?:投个票|投一下票|表决一下|发起表决|开始表决|开始投票|举手表决|来表决)"
)


def puts_on_agenda(normalised: str) -> bool:
    """Whether something is to be spoken of in a meeting."""
    return (
        _AGENDA.search(normalised) is not None
        and _OF_TOPIC.search(normalised) is not None
        and _NOT_NOW.search(normalised) is None
    )


def asks_for_members(normalised: str) -> bool:
    """Whether somebody asks why nobody was told of a meeting, or who sits in the council."""
    return _NOBODY.search(normalised) is not None and _COUNCIL.search(normalised) is not None


def asks_when_it_meets(normalised: str) -> bool:
    """Whether somebody asks when or where the council meets."""
    return _WHEN_OPEN.search(normalised) is not None


def tells_result(normalised: str) -> bool:
    """Whether it is told what came of a meeting."""
    asks = re.search(r"[?？]|吗|怎么样|什么结果", normalised) is not None
    return not asks and _MET.search(normalised) is not None and _RESULT.search(normalised) is not None


def starts_vote(normalised: str) -> bool:
    """Whether a vote is to begin now."""
    asks = re.search(r"[?？]|吗|怎么|结束|几票|业主大会", normalised) is not None
    return not asks and _VOTES.search(normalised) is not None


def voted_on(text: str) -> str:
    """What a vote is about, without the words that start it."""
    rest = re.sub(
        r"^(?:好|那|那么|下面|现在|我们|大家|来|请|就|开始)*[,，]?|(?:大家|我们)?(?:来|请|让|开始|发起|现在)*(?:举手|投票|投个票|投一下票|表决)+(?:一下|吧|啊|了)*[\s,，:：]*",
        "", text,
    )  # fmt: skip
    return re.sub(r"^(?:对|把|就|关于)|(?:这件事|这事|的事)$", "", rest.strip(" ,，。:：")).strip(" ,，。:：")


def without_noting(text: str) -> str:
    """What is told, without 记一下."""
    return _NOTE_IT.sub("", text).strip(" ,，。:：") or text
