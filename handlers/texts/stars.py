"""The monthly stars, in words: nominating, consent, review, public notice, objections, announcement."""

from collections.abc import Sequence
from datetime import date, datetime
from zoneinfo import ZoneInfo

from governance.stars.scoring import FactKind, Row, Why
from governance.stars.states import AwardKind, AwardState, Consent, RoundState
from handlers.duty.texts.words import hours

KIND = {AwardKind.STAR: "美善之星", AwardKind.BUILDING_LEADER: "优秀楼栋长"}
ROUND_STATE = {
    RoundState.PLANNED: "还没开始",
    RoundState.NOMINATING: "推荐中",
    RoundState.REVIEWING: "评议中",
    RoundState.NOTICE: "公示中",
    RoundState.ANNOUNCED: "已发布",
    RoundState.EMPTY: "没有产生",
    RoundState.SKIPPED: "本月不评",
}
AWARD_STATE = {
    AwardState.CANDIDATE: "待评议",
    AwardState.ACCEPTED: "已通过",
    AwardState.RETURNED: "已退回",
    AwardState.MERGED: "已合并",
    AwardState.NOTICED: "公示中",
    AwardState.STOPPED: "有异议，暂停",
    AwardState.ANNOUNCED: "已发布",
    AwardState.LAPSED: "未成",
    AwardState.WITHDRAWN: "已撤下",
}
CONSENT = {
    Consent.NONE: "未征求本人",
    Consent.ASKED: "等本人同意",
    Consent.GIVEN: "本人已同意",
    Consent.REFUSED: "本人不同意",
}

HELP = "美善之星：推荐 姓名 楼栋 事迹、我的推荐、美善之星（看公示和光荣榜）、异议 编号 原因。"
HELP_LEAD = (
    "评美善之星：评议、评议 12、评议通过、评议退回 12 理由、评议合并 12 到 15、代记同意 12、异议列表、"
    "异议处理 12 成立/不成立 说明、推迟评选 2天 原因、本月不评 原因。"
)
AS_LEADER = "楼栋长 "
"""What a nomination of a building leader begins with, when it is asked for the rest."""
NOMINATE_HOW = "您想推荐谁？请说姓名、住哪栋楼、做了什么好事，例如：张三 3幢 每天帮独居老人取奶"
NOMINATE_WHO = "推荐的是谁？请回复姓名和楼栋，例如：张三 3幢"
NOMINATE_WHY = "{name}做了什么好事？请说一两句，也请写明住哪栋楼，例如：3幢 每天帮独居老人取奶"
NOMINATE_WHERE = "{name}住哪栋楼？请回复小区和楼栋，例如：梧桐里1号院1幢"
NOMINATED = "谢谢您的推荐！已记下{kind}候选：{name}（{area}）。{screened}{late}{next}"
NEXT_ASKED = "已去征求本人同意，同意后才会公开。"
NEXT_BY_HAND = "名册里没有能联系到的{name}，请社区工作人员当面征求同意，同意后才会公开。"
NEXT_REFUSED = "本人之前表示不愿公开，社区会再听听本人的意思。"
TRIMMED = "事迹太长，只留了前 {most} 个字。"
PHOTO_AFTER = "\n有照片的话现在发来就行。"
LATE = "本月推荐已截止，计入{month}的评选。"
SCREENED = "事迹里的{kinds}已去掉，不会公开。"
REMOVED = {"phone": "电话", "id_card": "证件号", "number": "号码", "account": "联系方式", "room": "房号"}
FLAGGED = {"health": "健康情况", "poverty": "家庭困难"}
REFUSE_SELF = "您做的好事邻居都看在眼里！评选只能由别人推荐，请邻居来推荐您吧。"
REFUSE_KIN = "家里人的好，街坊也看得见。评选不能推荐自己家人，请邻居来推荐吧。"
REFUSE_AGAIN = "您这个月已经推荐过{name}了，一人一次，不用重复。"
REFUSE_LEFT = "名册显示{name}已经不在本街道了，不能推荐。如果有误，请联系社区工作人员。"
NOMINATE_NOWHERE = "没有找到您说的这栋楼。请核对后回复小区和楼栋，例如：梧桐里1号院1幢"
SEVERAL = "叫{name}的有 {count} 位，您推荐的是哪一位？请回复编号；分不清就回复“不清楚”，由社区来认：\n{listed}"
SEVERAL_LINE = "{code}　{where}"
PHOTO_KEPT = "照片已附在推荐里（{name}），只给评议的人看。"
MY_NOMINATIONS = "您的推荐："
MY_LINE = "{month}　{kind}　{name}（{area}）　{state}"
NO_NOMINATIONS = "您还没有推荐过。推荐请说：推荐 姓名 楼栋 做了什么好事"

ASK_CONSENT = (
    "好消息：您被推荐为{month}{kind}（{area}）！如果评上，公示、海报和光荣榜上会写您的姓名、楼栋和事迹。\n"
    "同意请回复：同意公示；想换个称呼：同意公示 署名 王阿姨；不愿意请回复：不同意公示"
)
CONSENT_GIVEN = "谢谢您！已记下您同意公示，署名“{name}”。想改回复“同意公示 署名 称呼”，想撤回随时回复：不同意公示"
CONSENT_REFUSED = "好的，尊重您的意思，不会公开您的名字。您的好，邻居都记着。"
CONSENT_TAKEN_BACK = "好的，已撤下您的{kind}：光荣榜、海报和证书都不再显示。已经发到别人手机里的消息收不回，请您见谅。"
CONSENT_BIND = "同意公示要先确认您是谁：请回复“绑定 姓名 手机后四位”。名册里没有登记的，请当面告诉社区工作人员。"
CONSENT_NOTHING = "现在没有等您答复的公示。"
CONSENT_WHICH = "您有几项，请带上编号：\n{listed}"
CONSENT_LINE = "{n}　{month}{kind}（{area}）"
NAME_TOO_LONG = "署名最多 {most} 个字，请短一些，例如：同意公示 署名 王阿姨"
RECORDED_CONSENT = "已记下：{name}当面同意公示，署名“{shown}”，经办人是您。"
RECORD_NOT_OPEN = "{n} 号现在不用记同意（{state}）。"
REFUSED_TOLD = "{name}（{n} 号，{month}{kind}候选）不愿公开姓名，除非本人改变主意，不会公示。"
TAKEN_DOWN_TOLD = (
    "{month}{kind}（{n} 号，{area}）已按本人意思撤下：光荣榜、海报、证书不再显示，没发出的消息已改。"
    "公众号里群发过的文章请在公众平台手工删除。"
)

OPENED = "{month}美善之星开始推荐啦！身边谁做了好事，请说：推荐 姓名 楼栋 做了什么好事。截止{until}。"
REVIEW_BEGINS = (
    "{month}评选进入评议：候选 {count} 位。回复“评议”看名单和得分，“评议通过”按建议名单通过；{until}前请完成。"
)
EMPTY_TOLD = "{month}没有候选人，本月不产生美善之星，也没有海报和公告。"
EMPTY_AFTER = "{month}评议后没有人选，本月不产生美善之星，也没有海报和公告。"
HELD = "{month}评选还没有本人同意的人选，公示顺延到{until}。回复“评议”看名单，“代记同意 编号”可代记当面同意。"
GIVEN_UP = "{month}评选多次顺延仍没有人选，本月不产生美善之星。"
NO_CONSENT_LAPSED = "公示已开始。下面的人选没等到本人同意，这次没有公示：{names}"
NOTICE_HEAD = "{month}美善之星公示（{community}，到{until}）："
NOTICE_LINE = "{n}　{kind}　{name}（{area}）：{deeds}"
NOTICE_TAIL = "有不同意见请回复：异议 编号 原因。意见只给核实的人看。"
NOTICE_SELF = "您的{kind}已开始公示（到{until}）。恭喜！"
ANNOUNCED_HEAD = "{month}美善之星揭晓（{community}）！"
ANNOUNCED_LINE = "{kind}　{name}（{area}）：{deeds}"
ANNOUNCED_TAIL = "光荣榜和海报：{url}\n也来夸夸您身边的人，回复：推荐 姓名 楼栋 事迹"
WINNER = "恭喜您荣获{month}{kind}（{area}）！感谢您为邻里做的一切。\n电子证书：{url}"
ANNOUNCED_TOLD = "{month}美善之星已发布：{count} 位，已通知 {told} 人。文章草稿会放到公众号草稿箱，请人工核对后群发。"
DRAFT_REFUSED = "{month}美善之星的文章没能放进公众号草稿箱（{error}）。文字和海报在这里，可以手工发：{url}"
STOPPED_LEFT = "仍有 {count} 位因异议暂停，处理后单独发布：{names}"
MOVED_TOLD = "{name}（{n} 号）名册显示已离开，没有发布。"

ROLL_NOTICE = "公示中："
ROLL_NONE = "现在没有公示和已发布的美善之星。推荐请说：推荐 姓名 楼栋 做了什么好事"
ROLL_LAST = "最近揭晓："
ROLL_URL = "历年光荣榜：{url}"
WHY_HEAD = "{n} 号 {name}（{kind}，{area}）共 {total} 分："
WHY_NONE = "没有编号 {n} 的公示或得奖。回复“美善之星”看编号。"
WHY_WHICH = "请带上编号，例如：为什么是她 {n}"
WHY_MORE = "……另有 {count} 项共 {points} 分"
FACT = {
    FactKind.HOURS: "服务时长 {amount}",
    FactKind.PATROL: "巡楼",
    FactKind.FINDING: "发现的问题已解决",
    FactKind.MEDIATION: "值班调解成功",
    FactKind.DUTY: "完整值班",
    FactKind.STREAK: "连续到场打卡 {amount} 天",
    FactKind.NOMINATION: "邻居推荐",
}
FACT_LINE = "{day}　{what}　+{points}"
WHY_NOT = {Why.UNCONFIRMED: "（只有自述，不计分）", Why.LIMITED: "（超过每天或每月上限）", Why.AGAIN: "（重复）"}
SUMMARY = {
    FactKind.HOURS: "服务{amount}",
    FactKind.DUTY: "值班{count}次",
    FactKind.PATROL: "巡楼{count}次",
    FactKind.FINDING: "上报并解决问题{count}件",
    FactKind.MEDIATION: "调解成功{count}次",
    FactKind.STREAK: "连续到场{count}天",
    FactKind.NOMINATION: "{count}户邻居推荐",
}

OBJECT_HOW = "您对哪一位有意见？请回复编号和原因，例如：{n} 事迹不是本人做的\n{listed}"
OBJECT_WHY = "请说说对 {n} 号的意见和依据，例如：事迹不是本人做的"
OBJECT_NONE = "现在没有公示，也没有编号 {n} 的得奖。"
OBJECT_NOTHING = "现在没有公示。对已发布的有意见，请带编号：异议 编号 原因（回复“美善之星”看编号）。"
OBJECTED = "已收到您对 {n} 号的意见，这一项先暂停，社区核实后告诉您结果。您的身份和意见对外保密。"
OBJECTED_LATE = "公示已经结束。您对 {n} 号的意见已转社区核实，结果会告诉您。您的身份和意见对外保密。"
OBJECTED_AGAIN = "您对 {n} 号的意见已在核实，补充的内容也记下了。"
OBJECTION_TOLD = "公示中的 {n} 号（{kind}，{area}）有人提出异议，已暂停。内容请回复：异议列表"
OBJECTION_LATE_TOLD = "已发布的 {n} 号（{kind}，{area}）有人在公示结束后提出意见，请核实。内容请回复：异议列表"
OBJECTIONS_HEAD = "待核实的异议（提出人保密）："
OBJECTION_LINE = "{n}　{name}（{kind}）：{text}"
OBJECTIONS_NONE = "没有待核实的异议。"
SETTLE_HOW = "请写：异议处理 编号 成立或不成立 说明，例如：异议处理 {n} 不成立 已核实属实"
SETTLE_NONE = "{n} 号没有待核实的异议。"
SETTLED_UPHELD = "已记下：对 {n} 号的异议成立，已撤下，并告诉提出人。"
SETTLED_DISMISSED = "已记下：对 {n} 号的异议不成立，恢复{state}，并告诉提出人。"
SETTLED_TOLD_UPHELD = "您对 {n} 号的意见已核实：成立，已撤下。说明：{note}。谢谢您的监督。"
SETTLED_TOLD_DISMISSED = "您对 {n} 号的意见已核实：不成立。说明：{note}。谢谢您的监督。"
NOT_OWN = "您是 {n} 号本人，这一项请别的负责人来办。"

REVIEW_HEAD = "{community}　{month}（{state}）"
REVIEW_AREA = "◇ {kind}　{area}"
REVIEW_LINE = "{mark}{n}　{name}　{score}分　{notes}"
REVIEW_MARK, REVIEW_NO_MARK = "★", "　"
REVIEW_RECENT = "{month}得过"
REVIEW_MORE = "……还有 {count} 位，回复“评议 编号”看详情。"
REVIEW_TAIL = (
    "★ 是按得分的建议；同分时，距上次得奖更久的在前，再按提名先后。\n"
    "同意建议请回复：评议通过；只通过几位：评议通过 {n}；退回：评议退回 {n} 理由；看依据：评议 {n}"
)
REVIEW_NONE = "您负责的社区现在没有候选人。"
REVIEW_DETAIL = "{n} 号 {name}（{kind}，{area}）　{state}　{consent}"
REVIEW_DEEDS = "拟公布的事迹：{deeds}\n要改写：评议通过 {n} 事迹 改写后的话"
REVIEW_REASON = "推荐：{reason}{flags}"
REVIEW_FLAGS = "（提到{kinds}，公布前请改写）"
ACCEPTED = "已通过 {count} 位：{names}。"
ACCEPTED_ASKED = "其中 {names} 还要本人同意，已去征求；当面同意的请回复：代记同意 编号"
ACCEPTED_NONE = "没有可以通过的候选人。回复“评议”看名单。"
CANNOT_ACCEPT = "{n} 号不能通过：{why}"
CANNOT_CHANGE = "{n} 号不能改动：{why}"
WHY_CANNOT = {
    "state": "现在是“{state}”",
    "own": "您是本人，请别的负责人来评",
    "recent": "{month}得过，要隔 {apart} 个月",
    "area": "{area}已通过 {other} 号，要换人请先退回 {other} 号",
    "person": "本人已通过另一项（{other} 号）",
    "left": "名册显示本人已离开",
    "refused": "本人不同意公示",
    "round": "{month}评选现在是“{state}”",
}
NO_SUCH_AWARD = "您负责的社区没有 {n} 号候选人。回复“评议”看名单。"
RETURN_HOW = "退回请写编号和理由，例如：评议退回 {n} 事迹需要核实"
RETURNED = "已退回 {n} 号 {name}：{reason}"
MERGE_HOW = "合并请写两个编号，例如：评议合并 {n} 到 {other}（{n} 的推荐并入 {other}）"
MERGED = "已把 {n} 号并入 {other} 号 {name}，推荐合计 {count} 户，得分 {score}。"
MERGE_CANNOT = "不能合并：两位要在同一轮、同一种称号，都还没公示。"
ROUND_NONE = "现在没有可以改的评选。"
DELAY_HOW = "推迟请写天数和原因，例如：推迟评选 2天 春节放假（最多 {most} 天）"
DELAYED = "{community}{month}评选推迟 {days} 天：评议{review}，公示{notice}，发布{announce}。原因：{reason}"
SKIP_HOW = "请写明本月不评的原因，例如：本月不评 正在换届"
SKIPPED = "{community}{month}评选已取消。原因：{reason}"
SKIPPED_TOLD = "{month}美善之星评选取消了，您的推荐（{name}）没有用上，可以下月再推荐。原因：{reason}"
WHICH_COMMUNITY = "您负责几个社区，请带上社区名，例如：{example}"


def month_said(month: date) -> str:
    """2026年11月."""
    return f"{month.year}年{month.month}月"


def moment(at: datetime, zone: ZoneInfo) -> str:
    """12月1日 9:00."""
    local = at.astimezone(zone)
    return f"{local.month}月{local.day}日 {local.hour}:{local.minute:02d}"


def fact_line(row: Row) -> str:
    """11月5日　服务时长 2小时　+20."""
    kind = row.fact.kind
    amount = hours(row.counted or row.fact.amount) if kind is FactKind.HOURS else str(row.counted or row.fact.amount)
    day = f"{row.fact.day.month}月{row.fact.day.day}日"
    line = FACT_LINE.format(day=day, what=FACT[kind].format(amount=amount), points=row.points)
    return line + WHY_NOT.get(row.why, "")


def summary(rows: Sequence[Row]) -> str:
    """What somebody did, as far as it counts, in half a line."""
    said = []
    for kind, words in SUMMARY.items():
        counted = [row for row in rows if row.fact.kind is kind and row.points > 0]
        amount = sum(row.counted for row in counted)
        if counted:
            said.append(words.format(count=amount, amount=hours(amount)))
    return "，".join(said)
