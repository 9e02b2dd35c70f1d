"""What a short reply to the bot's question says: a choice, yes or no in its many words, or something like a place."""

import re

from understanding.numerals import number_of

_FILLS = r"(?:[唉哎嗯哦噢呃额好行那就要选办按我是对]|[好行是对]的|[好行]吧|的话|[,，。、\s])*"
"""What people say before the number they choose: 唉行吧 2."""
_CHOICE = re.compile(
    rf"(?:{_FILLS}(?:第?\s*([1-9])|第([一二三四五六七八九]))|选?\s*([一二三四五六七八九]))"
    r"\s*(?:个|号|项)?(?:吧|呗|嘛|哈|咯|呀|啊|的|好了|就行|那个|谢谢|[,，。\s])*"
)
_ONE = re.compile(r"[1-9]|[一二三四五六七八九]")
_LISTED = re.compile(
    r"(?:是|就|选|办|要|的|我说的?是?)*(?:(?:第|选)?\s*(?:[1-9]|[一二三四五六七八九])\s*(?:个|号|项|件|条)?[\s,，、和跟还有]*)+(?:吧|的|那个|啊|呀|了|都|办|撤|退|撤了|退了|都撤了?|都退了?|都要)*"
)
_FIRST_FEW = re.compile(r"前([1-9]|[一二两三四五六七八九])[个件条单]")
_TOP = re.compile(r"最上面|头一[个件条]|第一[个件条]|最前面|上面那[个件]")
_BOTTOM = re.compile(r"最下面|最后[一那]?[个件条]|最底下|末了那[个件]|下面那[个件]")
_ALL = re.compile(
    r"^(?:全都?|都|所有|全部)(?:是|要|撤|退|办|可以|算|对)?(?:了|吧|的|掉)*$|两[个件]都|三[个件]都|几[个件]都"
)
_NO_DANGER = re.compile(r"(?:现在|已经|暂时)?(?:没有?(?:什么)?(?:危险|事)?了?|不危险|不会|否|安全|无|没事了?|不急)")
_DANGER = re.compile(r"(?:现在|还)?(?:有|是|是的|对|对的|嗯|很?危险|有危险|还?在|还有|会|急|非常危险)(?:的|啊|呀)?")
_TOGETHER = re.compile(r"(?:2|不用|不分|合并|一起|一件|算了|不需要|一并)(?:吧|了)?")
_APART = re.compile(r"(?:1|分开|分|要|好|好的|是|可以|分成?.{0,4}件|分别)(?:吧|的)?")
_EACH_ALONE = re.compile(
    r"(?<![不别没用])单独(?:给我|帮我)?(?:记|报|登|立|开|算|办)|各(?:记|报|登|办|算)(?:各的|一)|不是一(?:码|回)事"
)
_THE_SAME = re.compile(r"(?:一起|跟进|一起跟进|是|是的|对|对的|同一件|是同一件|好|好的|可以|嗯|合并)(?:吧|啊|的)?")
_NOT_THE_SAME = re.compile(r"(?:不是|不|不对|不一样|不是同一件|分开|分开办理?|单独办理?|不用|不要)(?:吧|啊|的)?")
_DOES_NOT_KNOW = re.compile(r"不知道|不清楚|不晓得|忘了|忘记|说不清|看不清|什么意思|干什么|为什么")
_PLACE_LIKE = re.compile(r"[0-9]|[路街巷弄院区楼幢栋村园桥站店校口旁边门城苑居府]|小区|广场|公寓|大厦|菜场")
_SCREEN_NUMBER = re.compile(r"(?:屏幕|电脑)?上?的?(?:数字|号码?)?(?:显示)?的?是?[:： ]*([0-9]{1,3})")
_NOT_ME = re.compile(
    r"(?:我要?)?(?:拒绝|取消|不同意|不允许)(?:登录|登陆)?|(?:这|那)?不是我?(?:本人|登[录陆]?)?(?:的|啊|呀)?|不(?:登录?)?|否|没有"
)
_SAYS_WHERE = r"(?:号|幢|栋|楼|单元|室|点|月|日|网格)"
_CHOICE_AND_MORE = re.compile(
    rf"(?P<number>[1-9])\s*[,，、.。:：]\s*"
    rf"(?P<more>(?![1-9一二三四五](?![0-9]*{_SAYS_WHERE})|第(?![0-9一二三四五六七八九十]+网格)|不).{{2,}})"
)
_EDGES = "。., ，!！"


def choice_in(words: str, count: int) -> int | None:
    """Which of `count` numbered offers is chosen, 0-based."""
    found = _CHOICE.fullmatch(words.strip(_EDGES))
    if found is None:
        return None
    number = number_of(found[1] or found[2] or found[3])
    return number - 1 if number <= count else None


def choice_and_more(words: str, count: int) -> tuple[int, str] | None:
    """Which of `count` numbered offers is chosen, 0-based, and what is said to it (1，两点到四点); None where no more is said."""
    found = _CHOICE_AND_MORE.fullmatch(words)
    if found is None or int(found["number"]) > count:
        return None
    return int(found["number"]) - 1, found["more"]


def choices_in(words: str, count: int) -> list[int]:
    """Which of `count` listed offers are chosen, 0-based, in the list's order: 1, 第二个, 最上面那个, 前三个, 都, 1和3."""
    said = words.strip(_EDGES)
    if _ALL.search(said):
        return list(range(count))
    first = _FIRST_FEW.search(said)
    if first is not None:
        return list(range(min(number_of(first[1]), count)))
    if _TOP.search(said):
        return [0]
    if _BOTTOM.search(said):
        return [count - 1]
    listed = _LISTED.fullmatch(said)
    found = sorted({number_of(each) - 1 for each in _ONE.findall(said)}) if listed else []
    if found and found[-1] < count and found[0] >= 0:
        return found
    one = choice_in(said, count)
    return [] if one is None else [one]


def screen_number_in(words: str) -> str | None:
    """The number that somebody reads from a screen, as they wrote it; None for anything else."""
    found = _SCREEN_NUMBER.fullmatch(words.strip(_EDGES))
    return None if found is None else found[1]


def not_me_in(words: str) -> bool:
    """Whether somebody says that it is not they who ask to be signed in."""
    return _NOT_ME.fullmatch(words.strip(_EDGES)) is not None


def danger_in(words: str) -> bool | None:
    """To "is there danger now?": whether there is; None when it says neither."""
    return _either(words, no=_NO_DANGER, yes=_DANGER)


def apart_in(words: str) -> bool | None:
    """To "several things: apart (1) or together (2)?": whether apart."""
    return True if _EACH_ALONE.search(words) else _either(words, no=_TOGETHER, yes=_APART)


def same_in(words: str) -> bool | None:
    """To "is it the same?": whether it is."""
    return _either(words, no=_NOT_THE_SAME, yes=_THE_SAME)


def like_a_place(words: str) -> bool:
    """Whether words that the tree does not know may be a place all the same."""
    return _PLACE_LIKE.search(words) is not None and _DOES_NOT_KNOW.search(words) is None


def _either(words: str, *, no: re.Pattern[str], yes: re.Pattern[str]) -> bool | None:
    said = words.strip(_EDGES)
    if no.fullmatch(said):
        return False
    return True if yes.fullmatch(said) else None


_SOMETHING_ELSE = re.compile(
    r"(?:不是|不对|别的|其他|另外|不一样|只有我|就我|单单我|光我)(?:的)?(?:这个|这件|这事|一回事|通知|问题|事|家|们家|一家)*.{0,60}"
)


def something_else_in(words: str) -> bool:
    """Whether somebody says that what they reported is not what is announced."""
    said = re.sub(r"^(?:是|我这|我家|这)", "", words.strip(_EDGES))
    return _SOMETHING_ELSE.fullmatch(said) is not None


_NO_HELP = re.compile(
    r"(?:请?转?人工(?:服务)?|找人工|没有?(?:解决|解答|帮助|用)|不是(?:问|说)?这个|答非所问|不对|没用)"
    r"(?:吧|啊|了|的|谢谢)*"
)


def no_help_in(text: str) -> bool:
    """Whether somebody says that an answer was none."""
    return _NO_HELP.fullmatch(text.strip(" ,，。.!！")) is not None
