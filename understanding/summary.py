"""A line that stands for a whole report in lists and notices."""

import re

from understanding.categories import categorise
from understanding.hazard import hazard_in
from understanding.masking import masked_numbers
from understanding.trouble import trouble_in

_SENTENCE = re.compile(r"[。!?！？;；\n]")
_CLAUSE = re.compile(r"[,，、:：\s]")
_SPOKEN = re.compile(r"^[（(]?(?:语音转文字|语音|转文字)[)）:：]?\s*")
_FILLER = re.compile(
    r"(?<![\u4e00-\u9fff])(?:那个|就是|嗯+|呃+|哦|然后)+(?=\S)|嗯+|呃+|"
    r"(?:我)?想问(?:一下|问)?(?:哦|啊)?(?:就是)?|请问(?:一下)?"
)
_LEAD_IN = re.compile(
    r"^(?:喂+|哎+(?:呀|哟|唷)?|唉+|哦+|嗯+|那个|对了|还有|你好(?:你好)?|您好|书记好?|师傅好?|领导好?|请问(?:一下)?|打扰(?:一下|了)?|麻烦(?:一下)?|"
    r"阿?有人(?:啊|吗|在吗)?|在(?:吗|不在)|我跟(?:你|您)(?:讲|说)(?:哦|啊)?|我(?:要|想)?(?:说|讲|报)(?:一?个)?事(?:情)?)+"
    r"[\s,，、:：.~～]+"
)
_BREAK = re.compile(r"(?:[,，、：;；。!！?？\s]|:(?![0-9]))+")
_ASKS = re.compile(r"有没有|哪[里儿]|怎么|能不能|可不可以|几点|多少|什么时候|啥时")
_TROUBLE = re.compile(r"[坏撬漏臭味响吵堵破裂冒淹塌卡脏翘晃歪烂锈]|掉下|不亮|不动|不了|没[水电气网人]")
_PAUSE = re.compile(r"[啊呀哦噢嗯呢吧嘛了]")
"""Behind one of these somebody who uses no punctuation begins anew."""
LONGEST, SHORT, SHORTEST_CLAUSE = 40, 20, 4
CRY = 6
BEFORE = 16
"""So many characters before what is wrong may name with what."""


def summary_of(tidied: str) -> str:
    """The sentence that tells the matter, else the first that says anything; without its greeting, at most 40 characters."""
    said = _glued([sentence.strip(" ,，、:：.") for sentence in _SENTENCE.split(tidied)])
    worth = [sentence for sentence in said if len(sentence) >= SHORTEST_CLAUSE] or [tidied]
    sentence = max(worth, key=_tells)
    sentence = _LEAD_IN.sub("", sentence) or sentence
    if _SPOKEN.match(tidied):
        sentence = _FILLER.sub("", _SPOKEN.sub("", sentence)) or sentence
    sentence = masked_numbers(sentence)  # before it is cut: what is left of a number is known for none any more
    if len(sentence) > LONGEST:
        sentence = _from_the_point(sentence)
    return sentence if len(sentence) <= LONGEST else sentence[: LONGEST - 1] + "…"


def title_of(summary: str) -> str:
    """A report in a few words, for questions and answers about it: the clause that tells the matter, at most 20 characters."""
    if len(summary) <= SHORT:
        return summary
    clauses = [clause for clause in _BREAK.split(summary) if len(clause) >= SHORTEST_CLAUSE or _tells(clause)]
    clause = max(clauses, key=_tells, default=summary)
    asked = _ASKS.search(clause)
    if asked is not None and len(clause) > SHORT:
        clause = clause[max(asked.start() - SHORTEST_CLAUSE // 2, 0) :]
    elif len(clause) > SHORT:
        clause = _near_the_trouble(clause, SHORT)
    return clause if len(clause) <= SHORT else clause[: SHORT - 1] + "…"


def says_what_is_wrong(words: str) -> bool:
    """Whether words say that something is broken or lacking, whatever it is."""
    return _TROUBLE.search(words) is not None or trouble_in(words) is not None


def _glued(sentences: list[str]) -> list[str]:
    """The sentences, a cry of a word or two that names something (垃圾房！) at the head of the next."""
    glued: list[str] = []
    for sentence in sentences:
        if glued and len(glued[-1]) < CRY and _tells(glued[-1]):
            glued[-1] = f"{glued[-1]}，{sentence}"
        else:
            glued.append(sentence)
    return glued


def _tells(words: str) -> int:
    """How plainly words tell of a matter: a danger most, what is wrong with something more than the thing alone."""
    known = categorise(words).category is not None
    return 2 * (hazard_in(words) is not None) + says_what_is_wrong(words) + known


def _from_the_point(sentence: str) -> str:
    """A long sentence from the clause on that tells most, where that stands behind others; with what fits of it before."""
    at, best, start = 0, 0, 0
    before: list[int] = []
    for clause in _CLAUSE.split(sentence):
        tells = _tells(clause)
        if tells > best:
            best, start, before = tells, at, [*before, start] if best else before
        at += len(clause) + 1
    start = next((each for each in before if len(sentence) - each <= LONGEST), start)
    return _near_the_trouble(sentence[start:], LONGEST)


def _near_the_trouble(words: str, most: int) -> str:
    """Words without what stands far before the trouble, where it would be cut off."""
    trouble = _TROUBLE.search(words)
    if trouble is None or trouble.end() < most:
        return words
    start = trouble.start() - BEFORE
    pause = _PAUSE.search(words, start, trouble.start() - SHORTEST_CLAUSE)
    return words[start if pause is None else pause.end() :]
