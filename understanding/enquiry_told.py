"""What is said of an enquiry that was answered elsewhere: that it is so is no answer to whoever asked."""

import re

_ONLY_DONE = re.compile(
    r".{0,14}?(?:我|他们|窗口)?(?:已经|都|早就?)?(?:答复|回复|解释|告诉|答|回|讲|说)(?:给|过|好|清楚)*(?:他|她|人家|居民|对方)?(?:过|好|完|清楚)*了"
    r"[\s,，。]*(?:这个|这件)?(?:可以|能|就|请)?(?:办结|结案|结掉|关掉|销掉|结|关|销)?(?:单|案)?(?:掉|了|吧)*[\s。!！]*"
)


def only_says_answered(words: str) -> bool:
    """Whether words say that somebody was answered, and not what: 那个答过了，可以结掉了."""
    return _ONLY_DONE.fullmatch(words.strip()) is not None
