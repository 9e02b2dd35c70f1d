"""The words of the search over everything."""

from handlers.office.find import Found

TITLE = "找一找"
LONGEST = 60
KIND = {
    Found.TICKET: "工单",
    Found.PERSON: "人",
    Found.PLACE: "地点",
    Found.THING: "设施",
    Found.ANSWER: "问答",
    Found.SHIFT: "班次",
    Found.COUNCIL: "议事会",
}
ALL_OF = {Found.TICKET: "全部工单", Found.PERSON: "名录里查"}
"""Where the rest of a kind is."""
MORE = "还有别的没有列出，请多写一个词。"
ASK = "写工单编号、姓名全名、地点、楼栋、设施编号、问题里的词都行；几个词用空格隔开。键盘按 / 随时来这里。"
NOTHING = "没有找到“{text}”。只找您能看的；姓名要写全名，也可以换一个词、少写一个词再试。"
