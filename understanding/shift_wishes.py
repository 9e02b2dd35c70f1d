"""What each clause of a sentence does with shifts: gives one back, keeps one, takes one, or says that one is not meant."""

import re
from dataclasses import dataclass
from enum import StrEnum

_CLAUSES = re.compile(r"[,，。;；!！\s]+|(?<=[?？])")
_WITHIN = re.compile(r"(?<=取消)|(?<=退掉)|(?<=退了)|(?<=留着)|(?<=不要)(?=早|晚|上午|下午|周|[0-9])")
_ASKS = re.compile(r"[?？]|[吗嘛]|能不能|可不可以|行不行|是不是|要不要|怎么")
_KEEPS = re.compile(
    r"(?<!没)留(?!言|意|个言|下联系)|保留|(?:不|别|不用|不要|没(?:说|要|让你)?)(?:退|取消|撤|动|删)|照[常旧]|(?<!不)(?:要|还|会|得)去(?!掉|除)|"
    r"还(?:是)?要(?!退|取消|请)|还[来去值上]|继续|不变|算数|我能[去来]|我[去来]得了"
)
_GIVES_BACK = re.compile(
    r"不[去来上值站报](?!得)|[去来上值站]不[了成]|取消|退(?=$|[掉了吧班出成]|一下)|不要(?!紧|动|退|取消|忘)|撤掉|划掉|删掉|去掉|别算我|没空|不参加"
)
_TAKES = re.compile(
    r"我(?:是)?(?:想|就|只)?要(?!退|取消|上班|开会|请假|出差|不要|紧)|我[来去报选](?!得?不|过)|给我(?!取消|退|撤)|算我|报(?:上|那|这|个)|加回|改[到成报]|换[到成]|改为|换为|要(?:那|的是)|应该是|才对|而?是(?=[下这本]?个?(?:周|星期|礼拜)|[0-9]|早|晚|上午|下午|明|后)"
)
_NAMES = re.compile(
    r"^[^我他她它]{1,10}(?:那|的|班|场|岗|个|号)[^我他她它]{0,3}$|^(?:周|星期|礼拜|[0-9上下早晚])[^我他她它]{1,7}$"
)
_REASON = re.compile(r"上班|开会|加班|上课|出差|有事|没空|有空|不对|[错反]了")
_DENIES = re.compile(r"^(?:哎|啊|不对|我|说的|要的|报的|意思)*(?:不是|并非)")
_WRONG = re.compile(
    r"(?:报|说|搞|弄|看|选|记|点|讲|写|登)(?:错|反|岔|混)|错了|不对|反了|不是(?!吗)|改[到成为报]|换(?:到|成|为)|应该是|其实是"
)
_ALL = re.compile(r"都|全|两个|两班|[几二两三四五六2-9]个|[二两三四五2-9]班|一起|统统")
_COUNT = re.compile(r"(?P<count>[二两三四五六2-6])(?:个|班|场)")
_OTHERS = re.compile(r"其他|其它|其余|别的|剩下|另外的?")
_OF_SHIFTS = re.compile(r"班(?![主级车])|值[班守]|岗(?!位)|报名|站点|驿站")
_NUMERALS = {"二": 2, "两": 2, "三": 3, "四": 4, "五": 5, "六": 6}


class Does(StrEnum):
    """What a clause does with the shift that it names."""

    KEEPS = "keeps"
    GIVES_BACK = "gives_back"
    TAKES = "takes"
    DENIES = "denies"
    """It says which one was not meant."""
    NAMES = "names"
    """It names one and says nothing more (9号那个)."""
    TELLS = "tells"


@dataclass(frozen=True)
class Clause:
    """A part of a sentence, and what it does."""

    does: Does
    words: str


@dataclass(frozen=True)
class Wishes:
    """`wrong`: what was just done is said to be wrong; `asks`: what is wished for is a question."""

    clauses: tuple[Clause, ...]
    wrong: bool
    asks: bool

    def words(self, *does: Does) -> str:
        """The clauses that do one of these, joined."""
        return "，".join(clause.words for clause in self.clauses if clause.does in does)

    def has(self, does: Does) -> bool:
        """Whether a clause does this."""
        return any(clause.does is does for clause in self.clauses)


def wishes_in(normalised: str) -> Wishes:
    """A normalised sentence in its clauses; what a clause only names belongs to the one behind it (晚上那个，不去了)."""
    parts = [part for clause in _CLAUSES.split(normalised) for part in _WITHIN.split(clause) if part]
    clauses = [Clause(_does(part), part) for part in parts]
    asks = any(clause.does is not Does.TELLS and _ASKS.search(clause.words) for clause in clauses)
    return Wishes(tuple(clauses), _WRONG.search(normalised) is not None, asks)


def _does(part: str) -> Does:
    if _DENIES.search(part):
        return Does.DENIES
    if _KEEPS.search(part):
        return Does.KEEPS
    if _GIVES_BACK.search(part):
        return Does.GIVES_BACK
    if _TAKES.search(part):
        return Does.TAKES
    return Does.NAMES if _NAMES.search(part) and not _REASON.search(part) else Does.TELLS


def means_several(words: str) -> bool:
    """Whether all that fit are meant (都, 两个)."""
    return _ALL.search(words) is not None


def how_many(words: str) -> int | None:
    """The number of shifts that is said."""
    found = _COUNT.search(words)
    if found is None:
        return None
    return _NUMERALS[found["count"]] if found["count"] in _NUMERALS else int(found["count"])


def means_others(words: str) -> bool:
    """Whether all but those that are kept are meant (其他的)."""
    return _OTHERS.search(words) is not None


def speaks_of_shifts(words: str) -> bool:
    """Whether a sentence speaks of shifts by their name."""
    return _OF_SHIFTS.search(words) is not None
