"""Who oversees hurries whoever has a ticket (让小陈快点): a word from above, that gives it to nobody."""

import re

_HURRY = (
    r"(?:快[点些]|快一[点些]|抓紧|赶快|赶紧|加快|尽快|麻利|上点心|上心点|盯紧|盯牢|盯着|(?:别|不要|不能|不准)(?:再)?(?:拖|磨|等)|动作(?:要)?快|"
    r"优先(?:弄|办|处理|做|修|解决)?|催(?:一?[催下声]|他|她|促)|催[小老]|[催促]一?下)"
)
_PRESSES = re.compile(
    rf"{_HURRY}|(?:一定|必须|务必|无论如何)(?:要|得)?|(?:今[天晚]|明[天早晚]|[上下]午|晚上|[0-9一二三四五六七八九十两]+点|下班|天黑)[^,，。]{{0,4}}(?:前|之前|以前)"
)
_PERSON = r"(?:他们?|她们?|人家|师傅|[小老阿][\u4e00-\u9fff]|[\u4e00-\u9fff]{2,4})"
_TOLD = re.compile(
    rf"(?:让|叫|喊|请|催|跟|和|通知|告诉|提醒|盯着?){_PERSON}.{{0,6}}?{_HURRY}|(?:催|盯)(?:一?[下催紧])?{_PERSON}|"
    rf"[小老][\u4e00-\u9fff](?:他们)?(?:那边)?(?:动作|速度|手脚)?(?:要)?{_HURRY}|{_HURRY}.{{0,3}}(?:小|老)[\u4e00-\u9fff]|"
    rf"(?:跟|和|告诉|通知){_PERSON}(?:讲|说)?.{{0,14}}(?:一定|必须|务必)"
)
_GIVES = re.compile(r"派|转(?:给|办|交)|交给|改给|换[人成给]|分给")
_ASKS = re.compile(r"[?？]|吗$|要不要|能不能|可不可以|是不是")
_GOES = re.compile(r"(?:赶紧|赶快|尽快|快点|马上|抓紧)?(?:去|过去|来|上门|接手|跑一趟)")


def hurries(words: str) -> bool:
    """Whether words tell somebody to make haste with what they have, and give it to nobody."""
    return _TOLD.search(words) is not None and _GIVES.search(words) is None and _ASKS.search(words) is None


def sends_off(words: str) -> bool:
    """Whether words also tell them to go there: then it may be given to them."""
    return _GOES.search(words) is not None


def presses(words: str) -> bool:
    """Whether words press for haste, or say until when."""
    return _PRESSES.search(words) is not None
