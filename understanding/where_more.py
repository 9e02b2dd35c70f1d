"""就在三楼，302门口，电表箱旁边那个: words that only say more exactly where what was reported is, and report nothing."""

import re

_CLAUSES = re.compile(r"[\s,，。;；!！]+")
_SPOT = (
    r"(?:[0-9一二三四五六七八九十两]{1,4}(?:楼|层|单元|幢|栋|号院?|室|户)|[0-9]{3,4}(?![0-9]))|"
    r"[门路巷楼梯电]?口|旁边?|边上|对面|隔壁|里[面头边]?|外[面头边]?|拐角|走廊|过道|楼道|楼梯间|大门|楼[上下顶]|"
    r"[东南西北]|侧|头上|上[面头边]|下[面头边]|前[面头边]|后[面头边]|附近|中间|尽头|靠近?|挨着"
)
_POINTS = re.compile(
    r"^(?:噢|哦|对了|哎|嗯|那个|我说的|我讲的|具体|位置|地方|地点)*(?:就是?|是|在|靠|朝|挨着?)(?!$)|那[根个盏块扇处段条只台棵边头]?(?:的|儿)?$|^.{2,14}?[旁边口面头里上]$"
)
_SPOT_SAID = re.compile(_SPOT)
_TELLS_MORE = re.compile(
    r"坏|漏|堵|破|断|响|臭|脏|乱|吵|不|没|掉|裂|翘|歪|塌|滴|烂|冒|停|修|催|谁|吗|什么|怎么|哪|多|有|要|想|能|请|麻烦|快|还|也|又|再|了|住|家|活动|值班|会|好|发|撤|退|接|办|[?？]"
)
_MOST, LONGEST = 4, 40


def says_more_where(normalised: str) -> bool:
    """Whether all that is said is where, pointing at something that was spoken of."""
    clauses = [clause for clause in _CLAUSES.split(normalised) if clause]
    if not clauses or len(clauses) > _MOST or len(normalised) > LONGEST or _TELLS_MORE.search(normalised):
        return False
    return all(_SPOT_SAID.search(each) for each in clauses) and any(_POINTS.search(each) for each in clauses)


_SPOTS = re.compile(
    rf"(?:{_SPOT}|[\u4e00-\u9fff]{{0,4}}(?:草坪|花坛|车棚|车库|电梯|楼道|门卫|凉亭|广场|绿化带|空地|阳台|天台|地下室|楼梯|院子|墙根|水池|[门路巷楼梯]口)|的|那|就|是|在|我们|我家)+(?:那[边块里儿]|这[边块里儿])?"
)


def tells_only_where(words: str) -> bool:
    """Whether words say a spot and nothing else: 楼前头草坪, 电梯里."""
    return _SPOTS.fullmatch(words.strip(" ,，。!！呀啊哦")) is not None
