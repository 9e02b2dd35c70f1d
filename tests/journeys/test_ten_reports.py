"""Ten reports as ten people would write them, each in the right grid after two turns at most."""

import pytest

from governance.clock import SHANGHAI
from handlers.roster import import_roster
from linli.sample import EXAMPLE
from storage.ticket_export import records
from storage.workbook.reader import read_workbook
from tests.scenes import begun

CONVERSATIONS = [
    # who is at home where, what they write, what they answer, the grid, the category
    (None, ["虎踞北路4号05幢3楼楼道灯坏了"], "G01", "lighting"),
    (None, ["你好 我反映一下 梧桐里10号院二号楼 下水道又堵了 臭得很"], "G10", "sewage"),
    ("我住海棠里4号院3幢", ["我们楼下天天有人乱停车，救护车都进不来"], "G04", "parking"),
    ("我住石榴里5号院1幢", ["电梯又停了，九楼老太太下不来"], "G05", "lift"),
    (None, ["3幢门口垃圾没人收", "银杏里2号院3幢"], "G02", "garbage"),
    (None, ["樓上裝修太吵，孩子睡不着", "雪松里3号院5栋"], "G03", "noise"),
    (None, ["悟桐里1号院4幢一楼养鸡打鸣"], "G01", "pets"),
    (None, ["嗯…那个，玉兰菜场门口烧烤油烟熏死人了😷"], "G06", "fumes"),
    ("我住青桐里7号院2幢", ["隔壁3幢外墙瓷砖往下掉，差点砸到小孩"], "G07", "falling"),
    (None, ["丹枫里8号院1-2-301家里停水一天了"], "G08", "water"),
]


@pytest.fixture
def subdistrict(chat, clock):
    def begin():
        plan = import_roster(chat.database, read_workbook(EXAMPLE), SHANGHAI, chat.clock(), removals_agreed=True)
        assert plan.problems == []

    begun(chat, clock, begin)


@pytest.mark.parametrize(
    ("home", "says", "grid", "category"), CONVERSATIONS, ids=[says[0][:12] for _, says, _, _ in CONVERSATIONS]
)
def test_a_report_ends_in_the_right_grid(chat, subdistrict, home, says, grid, category):
    resident = chat.person("居民")
    if home:
        assert "记住了" in resident.says(home)
    answers = [resident.says(text) for text in says]
    assert "已登记" in answers[0]
    assert "还缺地点" not in answers[-1]
    (ticket,) = records(chat.database, SHANGHAI)
    assert (ticket["grid"], ticket["category"]) == (grid, category)
