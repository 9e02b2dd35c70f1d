"""Check-ins, patrols, enrolment, campaigns, records, hours and certificates, in words."""

from collections.abc import Collection
from datetime import date, timedelta

from governance.days import month_of, next_month

HELP = (
    "打卡值班：打卡、我的打卡、巡楼 3幢 无异常；值班表、报名 12、我的值班、取消值班 12、换班 12 给 姓名；"
    "到岗扫码或发位置，走时回复“签退”；报到、活动、服务时长、服务证明、日历订阅。"
)
HELP_LEAD = (
    "管值班：加班次、停班 12 原因、安排 12 姓名、班次 12、打卡码、确认工时 12、更正工时 12 姓名 60分钟 原因、"
    "补记 姓名 60分钟 事由、认定 姓名 资格、排班建议、确认排班、发起活动、急需5人到某处做某事。"
)
BIND_FIRST = "打卡、报到和值班要先确认身份。请回复“绑定 姓名 手机后四位”，例如：绑定 张三 1234。"
CHECKED_IN = "已打卡：{place}（{day}）。{streak}"
CHECKED_IN_THERE = "已打卡：{place}（{day}，位置相距 {distance}）。{streak}"
CHECKED_IN_QR = "已扫码打卡：{place}（{day}）。{streak}"
SHOW_BY_POSITION = "\n再发个位置，可作到场证明。"
STREAK = "连续 {days} 天，本月 {month} 天。"
ALREADY = "{place} {day}已经打过卡了，一天一处只计一次。{streak}"
PROVED = "位置已记下，离{place} {distance}，算到场打卡。"
NOT_PROVED = "您的位置离{place}约 {distance}，超过 {most} 米，不能算到场。"
FAR = "您的位置离{place}约 {distance}，要在 {most} 米以内才能打卡，没有记打卡。到了再发一次位置，或扫现场的二维码。"
WHERE_CHECK_IN = "在哪里打卡？请回复地点，例如：{example}。"
EXAMPLE_PLACE = "3幢"
NOT_YESTERDAY = "补昨天的打卡要在早上 {hour} 点前，现在已经过了。"
YESTERDAY_WHO = "只有楼栋长可以补昨天的打卡。"
BESIDE_WHO = "只有楼栋长可以替身边的人打卡。"
BESIDE_NOBODY = "名册里没有叫{name}的人，不能替他打卡。"
BESIDE_SEVERAL = "叫{name}的有 {count} 位，请写编号：{codes}"
BESIDE = "已替{name}打卡：{place}（{day}），记为您当面代打。"
BESIDE_ALREADY = "{name}在{place} {day}已经打过卡了。"
CALENDAR_HEAD = "{month}月打卡 {count} 天，连续 {streak} 天"
CALENDAR_KEY = "√ 打过卡　· 没打卡"
TODAY, YESTERDAY = "今天", "昨天"
PATROL_WHERE = "巡的是哪栋楼？请回复楼栋和情况，例如：3幢 无异常"
PATROL_HOW = "巡楼看这几样：{items}。\n看完回复“无异常”，或直接说发现了什么（可先发照片）。"
PATROLLED = "已记巡楼：{place}，无异常。{credit}"
PATROLLED_FINDING = "已记巡楼：{place}，发现问题并登记上报。{credit}"
PATROL_AGAIN = "{place}今天已经巡过，只计一次。"
PATROL_AGAIN_FINDING = "{place}今天已经巡过，只计一次；发现的问题照常登记。"
CREDIT = "计服务时长 {minutes} 分钟。"
PATROL_ITEMS = {
    "always": "楼道堆物、飞线充电、消防栓和灭火器、楼道灯、独居老人",
    "summer": "空调外机和花盆、积水点、用电过载",
    "winter": "水管防冻、结冰路面、取暖用电用气",
    "flood": "雨水口、地下车库、围墙树木",
}
UNPATROLLED = "本周还没有巡楼的楼栋长（{count} 位）：{names}"
ALL_PATROLLED = "本周楼栋长都巡过楼了。"
UNPATROLLED_WHO = "这份名单给网格长和社区书记看。"
ENROL_WHERE = "到哪个社区报到？请回复社区名，例如：梧桐社区。"
ENROL_UNKNOWN = "没有找到社区“{said}”。请回复社区名，现有：{known}"
ENROLLED = "报到成功：{place}{unit}。{skills}{wishes}"
ENROL_UNIT, ENROL_SKILLS, ENROL_WISHES = "（{unit}）", "特长：{skills}。", "方便的时间：{wishes}。"
ENROL_MORE = "\n请再说说特长和方便的时间，排班会优先照顾，例如：特长 调解、电工 周末上午"
ENROL_ENDED = "已结束报到。"
ENROL_NONE = "您没有在社区报到。"
WISH = {
    "workday_morning": "工作日上午",
    "workday_afternoon": "工作日下午",
    "workday_evening": "工作日晚上",
    "weekend_morning": "周末上午",
    "weekend_afternoon": "周末下午",
    "weekend_evening": "周末晚上",
}
CAMPAIGN_HOW = "发起活动请写：名称、日期、起止时间、人数，例如：发起活动 防汛巡查 12月6日 9点到11点 20人"
CALL_UP_HOW = "请写清要几个人、到哪里、做什么，例如：急需5人到梧桐里1号院搬沙袋，会电工的优先"
CAMPAIGN_OPENED = "活动已发起，编号 {n}：{what}，目标 {goal} 人，已通知 {count} 人。看进展请回复：活动 {n}"
CALLED_UP = (
    "已召集，编号 {n}：{what}，需要 {goal} 人，已通知 {count} 人，先到先得，招满自动停止。看进展请回复：活动 {n}"
)
CAMPAIGN_NOTICE = "志愿活动：{what}，要 {goal} 人。参加请回复：报名 {n}"
CALL_UP_NOTICE = "紧急召集：{what}，要 {goal} 人，先到先得。能来请马上回复：报名 {n}"
NOBODY_TOLD = "\n现在没有能通知到又有空的报到人员，请另外联系。"
FILLED = "召集 {n}（{what}）已招满 {goal} 人：{people}"
NO_CAMPAIGN = "没有活动 {n}。回复“活动”看现有活动。"
NO_CAMPAIGNS = "现在没有活动。"
CAMPAIGNS_HEAD = "活动（编号　时间　名称　已报/目标）："
CAMPAIGN_PROGRESS = "活动 {n}：{what}\n已报 {taken}/{goal} 人，候补 {waiting} 人。"
CAMPAIGN_UNITS = "按单位：{units}"
NO_UNIT = "未填单位"
RECORD_HOW = {
    "mediation": "请用一句话说：当事人，什么事，结果。例如：3楼和4楼两家，夜里太吵，双方和好",
    "repair": "请用一句话说：修的什么，结果。例如：台灯，换了灯泡已修好",
}
RECORD_REST = {"mediation": "还缺{missing}，请接着说。", "repair": "还缺{missing}，请接着说。"}
RECORD_PARTS = {"parties": "当事人", "matter": "什么事", "outcome": "结果"}
RECORDED = {
    "mediation": "调解已登记：{matter}，结果：{outcome}。当事人和内容加密保存，别人看不到。",
    "repair": "维修已登记：{matter}，{outcome}。",
}
RECORD_WHO = {
    "mediation": "调解记录由在调解站点值班的人登记。您最近没有在那里值班。",
    "repair": "维修记录由在维修站点值班的人登记。您最近没有在那里值班。",
}
NO_RECORDS = "您还没有登记过调解或维修。"
RECORDS_HEAD = "您登记的 {count} 条，最近的："
RECORD_LINE = "{day}　{kind}　{matter}：{outcome}"
RECORD_KIND = {"mediation": "调解", "repair": "维修"}
HOURS_HEAD = "您的服务时长：本月 {month}，今年 {year}。"
HOURS_LINE = "{day}　{what}　{minutes}"
SOURCE = {"shift": "值班", "campaign": "活动", "patrol": "巡楼", "correction": "更正"}
NO_HOURS = "您今年还没有服务时长。值班签退、活动和巡楼会自动记。"
CORRECT_HOW = "更正工时请写：班次号、姓名、应计时长、原因，例如：更正工时 {n} 张三 60分钟 提前离岗"
CORRECTED = "已更正：{name}在班次 {n} 的时长由 {before} 改为 {after}，原因：{reason}。原记录保留。"
CORRECT_SAME = "{name}在班次 {n} 的时长本来就是 {after}，没有改动。"
CORRECT_NOT_ON = "{name}没有在班次 {n} 上。"
CORRECT_SELF = "不能更正自己的时长，请社区书记来办。"
CORRECTED_TOLD = "您在{what}的时长已更正为 {after}，原因：{reason}"
CREDIT_HOW = "补记时长请写：姓名、时长、事由，例如：补记 张三 60分钟 帮忙搬家具"
CREDITED = "已给{name}补记 {minutes}：{reason}。"
CREDITED_TOLD = "社区给您补记服务时长 {minutes}：{reason}"
CREDIT_TOO_MUCH = "一次最多补记 24 小时，不能是负数；要扣减请用“更正工时”。"
HOURS_CONFIRMED = "已确认班次 {n} {count} 人的时长：{listed}"
NOTHING_TO_CONFIRM = "班次 {n} 没有等确认的时长。"
CERTIFICATE = "服务证明（{span}，{hours}）：\n{url}\n点开可保存 PDF，上面的二维码可查验真伪。"
SPAN = "{first:%Y年%m月%d日}至{last:%m月%d日}"
CERTIFICATE_NONE = "{span}没有服务时长，开不了证明。"
FEED = "您的值班日历地址（加到手机日历的“订阅”里，只给自己用）：\n{url}\n再要一次会换新地址，旧的作废。"


def streak(days: int, month: int) -> str:
    """How many days in a row."""
    return STREAK.format(days=days, month=month)


def calendar(today: date, days: Collection[date]) -> str:
    """The month as weeks, Monday first, up to today."""
    first = month_of(today)
    lines, line = [], ["　　"] * first.weekday()
    for ahead in range((next_month(first) - first).days):
        day = first + timedelta(days=ahead)
        mark = "√" if day in days else "·" if day <= today else " "
        line.append(f"{day.day:02d}{mark}")
        if day.weekday() == 6:
            lines.append(" ".join(line))
            line = []
    return "\n".join([*lines, *([" ".join(line)] if line else []), CALENDAR_KEY])
