"""From June to January: the evaluation twice, the cases of the year, the booklet, and whether what was done still holds."""

import re

from sqlalchemy import select, text

from storage.models import EvaluationEntry, YearCase
from tests import cases
from tests.evaluation import does, number_of, rounds
from tests.journeys.year_spring import solved
from tests.journeys.year_town import AUDIT, Year, told
from tests.office import plain

STORY = "居民反映楼道堆满纸箱，议事会议定装储物柜，共建单位认领，三周装好。"


def everyday(year: Year) -> None:
    """June: two reports that are simply done."""
    year.at(6, 8)
    year.remembered["lamp"] = solved(year, "梧桐里1号院1幢3楼", "楼道灯坏了", "换了灯泡")
    year.clock.turn(hours=26)
    year.remembered["wall"] = solved(year, "梧桐里1号院05幢", "院墙的瓷砖掉了一块", "瓷砖补好了")


def july(year: Year) -> None:
    """Drafted in the middle of June, objected to, settled, published for the first of July, each told once."""
    if not year.sleeps:
        year.day(6, 14)
        assert rounds(year.chat) == [], "not before its day"
    year.due((6, 15), (7, 10)) if year.sleeps else year.due((6, 15))
    number = number_of(year.chat, AUDIT)
    assert told(year.contact, "【评议】2026年七一评议已公示") == 1
    assert told(year.contact, "【评议】2026年七一评议已公示（原定6月15日公示，晚了）") == int(year.sleeps)
    assert "异议已记下" in year.contact.says(f"评议异议 {number} 少算了一次党课")
    year.sent()
    assert told(year.lead, f"评议处理 {number} 成立") + told(year.secretary, f"评议处理 {number} 成立") >= 1
    year.at(7, 13) if year.sleeps else year.at(6, 18)
    assert "现在共" in year.lead.says(f"评议处理 {number} 成立 +5 补上一次党课")
    year.due((7, 18), (8, 1)) if year.sleeps else year.due((6, 22), (6, 23), (7, 1))
    assert [each.state for each in rounds(year.chat)] == ["published"]
    assert told(year.contact, "【评议】2026年七一评议", "已发布") == 1
    page = year.reads("/commendations/2026")
    assert AUDIT in page
    assert "第1名" in page
    year.remembered["letter"] = number
    assert year.chat.app.test_client().get(f"/commendations/letters/{number}.pdf").data[:4] == b"%PDF"


def ballot(year: Year) -> None:
    """October: cases proposed; November: residents vote, nobody reads a count, the jury scores; then they are ranked."""
    year.at(10, 20)
    office = year.office("secretary")
    of = (("stuck", "楼道里的储物柜", STORY), ("lamp", "楼道灯当天修好", "三楼楼道灯坏了，当天换好。"), ("wall", "院墙瓷砖补好了", "院墙瓷砖掉了，第二天补好。"))  # fmt: skip  # noqa: E501
    for key, title, story in of:
        said = plain(cases.does(office, "propose", ticket=year.remembered[key], title=title, story=story).text)
        assert "案例" in said, said
    year.at(11, 2)
    opened = plain(cases.does(year.office("lead"), "open", days="14", anyway="1").text)
    assert "3" in opened, opened
    year.due((11, 3), (11, 4))
    assert told(year.members[0], "案例投票开始了") == 1
    for at, each in enumerate((*year.members, year.cadre, year.worker, year.contact)):
        assert "已投票：案例1" in each.says("投票 案例1" if at % 3 else "投票 案例1 案例2")
    assert "已经投过了" in year.members[1].says("投票 案例1")
    assert "打 95 分" in year.lead.says("案例评分 1 95")
    assert "票）" not in year.secretary.says("年度案例"), "sealed until the end"
    assert all(row.votes is None for row in year.chat.rows(select(YearCase.votes)))
    assert all(row.choice.strip('"') not in "123" for row in year.chat.rows(text("SELECT choice FROM case_votes")))
    year.due((11, 15), (11, 16), (11, 17), (11, 20))
    assert told(year.members[0], "案例评选有结果了", "第1名") == 1
    said = year.members[2].says("年度案例")
    assert "评选结果（8 人投票）" in said
    assert "第1名 案例1" in said
    assert "核对一致" in plain(cases.does(year.office("secretary"), "recount", year="2026").text)


def brand(year: Year) -> None:
    """December: the community's brand work, from the project, with its picture."""
    year.at(12, 1)
    fields = {
        "community": "梧桐社区",
        "title": "梧桐楼道管家",
        "story": "居民议、单位建，楼道里装了储物柜。",
        "source": "项目1",
    }
    said = plain(does(year.office("lead"), "brand", **fields).text)
    assert "已记下：梧桐楼道管家，带照片" in said, said


def year_end(year: Year) -> None:
    """Drafted in the middle of December and published after a week in which nobody objects."""
    year.due((12, 15), (12, 17))
    year.due((12, 23), (12, 26))
    assert [each.state for each in rounds(year.chat)] == ["published", "published"]
    for said in ("公示", "已发布"):
        assert told(year.contact, "【评议】2026年年终评议", said) == 1
    totals = {row.name: row.total for row in year.chat.rows(select(EvaluationEntry.name, EvaluationEntry.total))}
    assert totals[AUDIT] > 0


def booklet(year: Year) -> None:
    """What the year came to, for everybody: the case, the commended, the brand."""
    page = year.reads("/booklets/2026")
    for words in ("楼道里的储物柜", STORY[:12], AUDIT, "梧桐楼道管家", "第1名"):
        assert words in page, words
    for name in ("吴范例", "卫示范", "陆样本", "陈试用", "邻居0"):
        assert name not in page, "nobody's name"
    html = year.chat.app.test_client().get("/booklets/2026").text
    assert 'alt="楼道里的储物柜的照片"' in html, "of the project, where units have done what the ticket asked for"
    assert year.chat.app.test_client().get("/booklets/2026.pdf").data[:4] == b"%PDF"


def look_back(year: Year) -> None:
    """January: who lives in the household that was visited is asked once whether it still holds."""
    year.due((12, 31))
    assert told(year.members[0], "【年度回头看】") == 0
    for month, day in ((1, 5), (1, 6), (1, 20), (2, 20))[-1 if year.sleeps else 0 : None if year.sleeps else 3]:
        year.day(month, day, year=2027)
    assert told(year.members[0], "【年度回头看】", "走访时您家反映的") == 1
    number = re.search(r"回头看 (\d+) 还好", year.members[0].notices[-1] + "".join(year.members[0].notices))[1]
    assert "您说还好，已记下" in year.members[0].says(f"回头看 {number} 还好")


def overdue(year: Year) -> None:
    """September: a second meeting whose minutes nobody writes in time, and a resolution whose day passes."""
    year.at(9, 7)
    year.secretary.says("召开议事会 9月9日19点 社区会议室")
    assert "议题2 已列入会议2议程" in year.secretary.says("列入议程 议题2")
    year.at(9, 9, 19)
    resolved = year.secretary.says("形成决议 议题2 车棚改成充电棚 由陈试用负责 9月30日前")
    assert resolved.startswith("决议2 由陈试用负责"), resolved
    year.secretary.says("会议2 散会")
    year.sent()
    if not year.sleeps:
        year.day(9, 10, 17)
    year.day(9, 11)
    assert [told(year.secretary, "会议2 纪要", words) for words in ("前要审定发出", "已超时")] == [not year.sleeps, 1]
    for proposer in year.neighbours[2:]:
        assert told(proposer, "议题2 有了决议（决议2）") == 1
    year.due((9, 29), (9, 30), (10, 1), (10, 2))
    for words, times in ((" 18:00到期 →", int(not year.sleeps)), ("已超期", 1)):
        assert told(year.worker, "决议2", words) == times, words
    assert told(year.secretary, "决议2 已超期") == 1
    assert "已超期" in year.reads("/resolutions")
    assert "已记为办好" in year.worker.says("决议2 全部装好了")
    year.sent()
    assert told(year.neighbours[2], "决议2（车棚改成充电棚）已办好") == 1


REST = (everyday, july, overdue, ballot, brand, year_end, booklet, look_back)
