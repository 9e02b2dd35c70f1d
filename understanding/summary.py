"""A line that stands for a whole report in lists and notices."""

import re

from understanding.categories import categorise
from understanding.hazard import hazard_in

_SENTENCE = re.compile(r"[。!?！？;；\n]")
_CLAUSE = re.compile(r"[,，、]")
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
_BREAK = re.compile(r"[,，、:：;；。!！?？\s]+")
_ASKS = re.compile(r"有没有|哪[里儿]|怎么|能不能|可不可以|几点|多少|什么时候|啥时")
_TROUBLE = re.compile(r"[坏漏臭味响吵堵破裂冒淹塌卡脏翘晃歪烂锈]|掉下|不亮|不动|不了|没[水电气网人]")
LONGEST, SHORT, SHORTEST_CLAUSE = 40, 20, 4


def summary_of(tidied: str) -> str:
    """The sentence that tells the matter, else the first that says anything; without its greeting, at most 40 characters."""
    said = [sentence.strip(" ,，、:：.") for sentence in _SENTENCE.split(tidied)]
    worth = [sentence for sentence in said if len(sentence) >= 4] or [tidied]
    sentence = next((each for each in worth if _tells(each)), worth[0])
    sentence = _LEAD_IN.sub("", sentence) or sentence
    if _SPOKEN.match(tidied):
        sentence = _FILLER.sub("", _SPOKEN.sub("", sentence)) or sentence
    if len(sentence) > LONGEST:
        sentence = _from_the_point(sentence)
    return sentence if len(sentence) <= LONGEST else sentence[: LONGEST - 1] + "…"


def title_of(summary: str) -> str:
    """A report in a few words, for questions and answers about it: the clause that tells the matter, at most 20 characters."""
    if len(summary) <= SHORT:
        return summary
    clauses = [clause.strip() for clause in _BREAK.split(summary) if len(clause.strip()) >= SHORTEST_CLAUSE]
    telling = next(filter(_tells, clauses), None) or next(filter(_TROUBLE.search, clauses), None)
    clause = telling or (clauses[0] if clauses else summary)
    asked = _ASKS.search(clause)
    if asked is not None and len(clause) > SHORT:
        clause = clause[max(asked.start() - SHORTEST_CLAUSE // 2, 0) :]
    return clause if len(clause) <= SHORT else clause[: SHORT - 1] + "…"


def _tells(words: str) -> bool:
    return categorise(words).category is not None or hazard_in(words) is not None


def _from_the_point(sentence: str) -> str:
    """A long sentence from its first clause on that tells something, where that stands behind others."""
    at = 0
    for clause in _CLAUSE.split(sentence):
        if _tells(clause):
            return sentence[at:]
        at += len(clause) + 1
    return sentence
