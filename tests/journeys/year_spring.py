"""From January to May: a pairing, a lecture, an agreement, and a ticket that goes by the council to a project that is done."""

import re

from sqlalchemy import select

from storage.models import Milestone
from tests.alliance import import_book
from tests.journeys.year_town import PAIRED, Year, book, told
from tests.office import plain

STUCK = "梧桐里1号院1幢楼道里堆满纸箱走不了路"


def pairing_and_lecture(year: Year) -> None:
    """January: both sides see that they are paired, and the first lecture is in the books once."""
    year.at(1, 13)
    assert PAIRED in year.head.says("我的结对")
    assert "第1网格党支部" in year.contact.says("我的结对")
    year.at(1, 20, 15)
    assert "这是今年第1次" in year.head.says("党课上完了，主题 社区治理怎么做，主讲 钱样本，30人")
    assert "已经登记过了" in year.contact.says("党课 1月20日 主题 社区治理怎么做 30人")


def agreement(year: Year) -> None:
    """Its milestones are reminded of before, on the day and when late, to both sides, each stage once."""
    year.at(1, 22)
    plan = import_book(year.chat, book(agreed=True))
    assert plan.problems == []
    first, second = (row.id for row in year.chat.rows(select(Milestone.id).order_by(Milestone.code)))
    year.due((1, 30), (2, 5), (2, 6))
    sides = (year.head, year.contact, year.unit_secretary)
    for side in sides:
        stages = [told(side, f"节点 {first}", words) for words in ("还有7天到期", "还有1天到期", "今天到期")]
        assert stages == ([0, 0, 1] if year.sleeps else [1, 1, 1]), (side, stages)
    assert "已登记完成" in year.contact.says(f"节点 {first} 完成 已为3户老人修好水管")
    assert "共1张" in year.contact.sends_picture()
    year.due((3, 6), (3, 12), (3, 13), (3, 16))
    for side in sides:
        stages = [told(side, f"节点 {second}", words) for words in ("还有7天到期", "还有1天到期", "今天到期", "已逾期")]
        assert stages == ([0, 0, 0, 1] if year.sleeps else [1, 1, 1, 1]), stages
    assert "逾期" in year.head.says(f"节点 {second} 完成 讲座办好了") or year.head.says("协议")
    assert told(year.other, "【共建】") == 0, "who is no side of it hears nothing"


def solved(year: Year, place: str, trouble: str, done: str) -> str:
    """A report from the first word to the rating; its number."""
    resident = year.neighbours[1]
    answer = resident.says(f"{place}{trouble}")
    found = re.search(r"NH\d+-\d+", answer)
    assert found, answer
    number = found[0]
    year.chat.work()
    if year.ticket(number).assignee_id is None:
        year.secretary.says(f"派单 {number} 给陈试用")
    assert "已接单" in year.worker.says(f"接单 {number}")
    year.worker.sends_picture()
    year.worker.says(f"办结 {number} {done}")
    assert "核查" in year.secretary.says(f"核查 {number} 通过")
    year.sent()
    resident.says("满意")
    assert year.ticket(number).state == "closed", year.ticket(number).state
    return number


def visit(year: Year) -> None:
    """March: a cadre visits a household, what it had to say is done."""
    year.at(3, 17)
    said = year.cadre.says("走访 梧桐里1号院1幢1单元101室 老人独居 反映水压低")
    assert "走访" in said, said
    year.chat.work()
    number = year.chat.tickets()[-1].number
    year.secretary.says(f"派单 {number} 给陈试用")
    year.worker.says(f"接单 {number}")
    year.worker.sends_picture()
    year.worker.says(f"办结 {number} 换了减压阀")
    year.secretary.says(f"核查 {number} 通过")
    year.cadre.says(f"满意 {number}")
    assert year.ticket(number).state == "closed"
    year.remembered["visited"] = number


def stuck(year: Year) -> None:
    """A report that nobody here settles: late for a month it is proposed once, and the secretary takes it to the council."""
    year.at(3, 18)
    reporter = year.neighbours[0]
    answer = reporter.says(STUCK)
    number = re.search(r"NH\d+-\d+", answer)[0]
    year.remembered["stuck"] = number
    year.chat.work()
    year.due((3, 26), (4, 30))
    assert told(year.secretary, number[-4:], "转项目") >= 1
    assert "已提交协商议事" in year.secretary.says(f"议事 {number} 各家意见不一")


def council(year: Year) -> None:
    """Topic, meeting, attendance by the code of the room, quorum, vote, minutes approved within the day, a resolution."""
    number = year.remembered["stuck"]
    year.at(5, 6)
    called = year.secretary.says("召开议事会 5月8日19点 社区会议室")
    assert called.startswith("会议1 已通知 5 位成员"), called
    code = re.search(r"签到码 (\d{4})", called)[1]
    assert "议题1 已列入会议1议程" in year.secretary.says(f"列入议程 {number}")
    topic = year.neighbours[2].says("提议题 把自行车棚改成充电棚")
    assert topic.startswith("议题2 已记下"), topic
    for each in year.neighbours[3:]:
        assert "支持" in each.says("支持 议题2")
    year.sent()
    year.at(5, 8, 19)
    assert "要到会 3 人才能表决" in year.secretary.says("发起表决 议题1 楼道装储物柜")
    for member in year.members[:4]:
        assert "已签到" in member.says(f"议事会签到 {code}")
    assert "会议1 已记下" in year.members[0].says("记一下：大家愿意把纸箱收进柜子")
    assert year.secretary.says("发起表决 议题1 楼道装储物柜").startswith("表决1 已开始，4 位")
    for member, choice in zip(year.members, ("同意", "同意", "同意", "反对"), strict=False):
        assert "投了" in member.says(f"表决1 {choice}")
    assert "表决1 通过：同意 3，反对 1" in year.secretary.says("结束表决 1")
    resolved = year.secretary.says("形成决议 议题1 楼道装储物柜，纸箱集中收 由陈试用负责 6月10日前")
    assert resolved.startswith("决议1 由陈试用负责，6月10日 18:00前办好"), resolved
    assert "散会" in year.secretary.says("散会")
    year.sent()


def minutes(year: Year) -> None:
    """Written and approved by another within a day; who was there reads them once."""
    year.at(5, 9, 9)
    office = year.office("secretary")
    nonce = re.search(r'name="nonce" value="([^"]+)"', office.web.get("/console/councils/meetings/1").text)
    form = {"do": "write", "csrf": office.csrf, "nonce": nonce[1], "meeting": "1", "text": "与会者同意先试装一层。"}
    assert "纪要" in plain(office.web.post("/console/councils", data=form, headers={"HX-Request": "true"}).text)
    year.sent()
    assert "纪要是您写的" in year.secretary.says("同意纪要 会议1")
    assert "纪要第 1 版已审定" in year.members[0].says("审定纪要 会议1")
    for each in year.members:
        each.says("你好")
    year.sent()
    for each in year.members[1:]:
        assert told(each, "会议1", "楼道装储物柜", "纪要") >= 1
    assert told(year.secretary, "纪要已超时") == 0
    assert "楼道装储物柜" in year.reads("/resolutions")


def project(year: Year) -> None:
    """The resolution goes to the pool; a unit claims it, plans steps, proves them and is accepted; the reporter hears each."""
    reporter = year.neighbours[0]
    year.at(5, 11)
    assert "已开放认领项目1" in year.secretary.says("决议1 转项目 6月5日前完成")
    assert "已认领项目1" in year.contact.says("认领项目1")
    year.sent()
    planned = year.contact.says("项目1分两步：5月22号前量尺寸，5月29号前装好柜子")
    assert "分2步" in planned, planned
    year.due((5, 15), (5, 21), (5, 22))
    for side in (year.contact, year.secretary):
        stages = [told(side, "第1步“量尺寸”", words) for words in ("还剩7天", "今天到期")]
        assert stages == ([0, 1] if year.sleeps else [1, 1]), stages
    assert "第1步完成" in year.contact.says("项目1 第1步完成，尺寸量好了")
    year.due((5, 28), (5, 29), (6, 1))
    assert told(year.contact, "第2步“装好柜子”", "还没有报完成") == 1
    year.contact.says("项目1 第2步完成，柜子装好了")
    year.contact.sends_picture()
    year.contact.says("项目1 完工 柜子装好了，纸箱都收进去了")
    year.sent()
    assert "验收通过" in year.secretary.says("验收项目1")
    year.sent()
    heard = [
        told(reporter, words)
        for words in ("已列入梧桐社区协商议事会议程", "有了决议（决议1）", "示范市审计局已认领", "已经做好")
    ]
    assert heard == [1, 1, 1, 1], (heard, reporter.notices)
    assert "谢意转告" in reporter.says("感谢项目1 楼道宽敞了")
    reporter.says(f"满意 {year.remembered['stuck']}")
    assert "已办好" in reporter.says("决议1")


SPRING = (pairing_and_lecture, agreement, visit, stuck, council, minutes, project)
