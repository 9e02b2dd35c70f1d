"""What of a note on who keeps a thing may be read without a trace: firms and offices, numbers masked; no person's name."""

import re

from understanding.masking import masked_text

_FIRM = re.compile(
    r"[\u4e00-\u9fffA-Za-z0-9]{2,20}?(?:物业|公司|集团|社区|街道|学校|医院|银行|中心|管理处|事务所|养护所|工程队|维保部|消防站|"
    r"供电局|水务|燃气|电梯|自来水|城管|园林|市政|环卫|厂|站|所|局|队|部|处)(?:部|所|处|站|公司)?"
)
_NUMBER = re.compile(r"1[3-9][0-9][- ]?[0-9]{4}[- ]?[0-9]{4}|0[0-9]{2,3}-?[0-9]{7,8}")


def firms_in(note: str) -> str:
    """The firms in a note, and its numbers masked."""
    firms = [found.group() for found in _FIRM.finditer(_NUMBER.sub(" ", note))]
    numbers = [masked_text(found.group()) for found in _NUMBER.finditer(note)]
    return " ".join(dict.fromkeys([*firms, *numbers]))
