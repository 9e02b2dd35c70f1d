"""The place in a sentence by which somebody says where they live."""

import re

_LIVES = re.compile(
    r".*?(?:搬到|搬来|搬去|搬进|搬至|搬家到|住在|住到|住进|住的是|家住|家在|家是|改成|改为|换到|换成|换为|租在|租到|地址是?|住)(?:了)?[\s:：]*(?=.*[0-9一二三四五六七八九十a-z])"
)
_TAIL = re.compile(r"(?:[\s,，。;；!！].*|(?:这边|那边|里)?(?:了|啦|的|住|来了|来|呢|哈)+)$")
_CLAUSE = re.compile(r"[\s,，。;；!！]+")
_HOUSE = re.compile(r"[0-9一二三四五六七八九十]+\s*(?:号|幢|栋|座|单元|楼|#|院)")
_LEAVES = re.compile(r"(?:从|原来|以前|之前|原先).*?(?=搬|换|改)")


def dwelling_in(text: str) -> str:
    """The building that a normalised sentence says somebody lives in; the whole sentence where it stands out by nothing."""
    told = _LEAVES.sub("", text)
    clauses = [clause for clause in _CLAUSE.split(told) if clause]
    housed = [clause for clause in clauses if _HOUSE.search(clause)] or clauses
    lived = [clause for clause in housed if _LIVES.match(clause)] or housed
    if not lived:
        return text
    first = clauses.index(lived[0])
    place = lived[0]
    while _LIVES.match(place):
        place = _LIVES.sub("", place, count=1)
    place = _TAIL.sub("", place).strip()
    following = [each for each in clauses[first + 1 :] if _HOUSE.match(each)]
    return " ".join([place, *(_TAIL.sub("", each) for each in following)]).strip() or text


_I_LIVE = re.compile(
    r"(?:[嗯哎诶啊哦]|你好|您好|那个|[,，\s])*(?:我|我家|我们家?|俺|俺家|咱家?|本人)(?:就|是|现在|一直|也)*(?:住在?|家住|家在|在家住)[\s:：]*"
    r"(?P<home>[^,，。;；!！?？]{2,24}?)(?:的|这边|那边|那里|里面|哦|啊|呢|呀|哈|了|这儿|那儿)*[。!！]*"
)


def lives_at(normalised: str) -> str | None:
    """Where the writer says that they live, in a sentence that says no more than that; None for any other."""
    found = _I_LIVE.fullmatch(normalised)
    return None if found is None or _HOUSE.search(found["home"]) is None else found["home"]
