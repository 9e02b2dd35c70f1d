"""The words of the back office that are not in its templates."""

from datetime import datetime, timedelta
from zoneinfo import ZoneInfo

from console.audit_texts import AUDIT_ACTION as AUDIT_ACTION
from console.audit_texts import AUDIT_WHO as AUDIT_WHO
from console.typed_texts import TYPED as TYPED
from governance.rates import Share
from governance.texts import URGENCY as URGENCY
from governance.tickets.deadlines import DeadlineKind
from handlers.office.texts import ATTACK as ATTACK
from handlers.texts import STATE as TICKET_STATE
from handlers.texts.follow import SCORE as TICKET_SCORE
from handlers.tickets.request_commands import Request

NO_TOKEN = "页面放得太久，或不是从后台点的。请刷新页面再试一次。"
TOO_MANY_TRIES = "试得太多了，请过一会儿再试，或用微信登录。"
SIGN_IN_OVER = "登录请求已过期，或在手机上被拒绝，没有登录。请重新开始。"
SIGN_IN_ANEW = "这一步关系到谁能登录，要在登录后 15 分钟内做。请退出后台，重新登录再来一遍，这次没有改动。"
FIND_PLACE = "找一找（/）"
FIND_HINT = "找工单、人、地点、设施、问答、班次、议事会"
ACCOUNT_TITLE = "我的登录"
ACCOUNT_ABOUT = "登录着您的后台的浏览器都在这里。不认得的，请马上退出它，再告诉管理员；手机上回复“退出后台”全部退出。"
ACCOUNT_HEADS = ("浏览器", "从哪里", "怎么登录的", "什么时候登录", "最近有人在", "")
ACCOUNT_VIA = {"password": "密码", "wechat": "微信"}
ACCOUNT_UNKNOWN = "认不出"
ACCOUNT_HERE = "就是这里"
ACCOUNT_END = "退出它"
PASSWORD_TITLE = "改密码"
PASSWORD_ABOUT = "至少 12 个字符，不限种类，可以很长；几个不相干的词连起来最好。改好以后，别的浏览器都要重新登录。"
PASSWORD_FIELDS = {"password": "现在的密码", "otp": "动态码", "fresh": "新密码", "again": "再输一遍新密码"}
PASSWORD_CHANGE = "改密码"
PASSWORD_DIFFERS = "两遍新密码不一样，密码没有改。"
PASSWORD_SAME = "新密码和现在的一样，密码没有改。"
SCREENS_TITLE = "大屏设备"
SCREENS_ABOUT = "给挂在墙上的大屏一把密钥：只能看大屏，别的都打不开，一直显示，不用人登录。停用后那块屏马上不再显示。"
SCREEN_LABEL = "放在哪里"
SCREEN_MAKE = "生成密钥"
SCREEN_NAME = "请写这块屏放在哪里，最多 {most} 字。"
SCREEN_KEY = "“{name}”的密钥只显示这一次。在那块屏上打开 {url} 输入："
SCREEN_ADDRESS = "或者把那块屏浏览器的首页设成这个地址，开机就显示，不用人输入（请当密钥一样保管）："
SCREEN_HEADS = ("放在哪里", "谁给的", "什么时候", "最近显示", "")
SCREEN_NEVER = "还没用过"
SCREEN_END = "停用"
SCREENS_NONE = "还没有。"
WALL_KEY_TITLE = "大屏用密钥登录"
WALL_KEY_ABOUT = "密钥由管理员在后台“大屏设备”里生成，字母大小写、横线都不要紧。"
WALL_KEY = "密钥"
WALL_KEY_ENTER = "显示大屏"
WALL_KEY_AGAIN = "现在连不上，过一会儿自动再试。"
WALL_KEY_WRONG = "密钥不对，或已停用。"
NO_RIGHT = "您的岗位不能看这一页，或做这件事。"
NOT_FOUND = "没有这一页，或不在您负责的范围。"
FAILED = "抱歉，这一页出了点问题，已经记下。请刷新再试，或联系管理员。"
ASKED = {
    "year": "年份",
    "month": "月份",
    "by": "按什么统计",
    "figure": "指标",
    "name": "名称",
    "show": "列表",
    "sort": "排序",
    "q": "搜索",
    "urgency": "紧急程度",
    "category": "类别",
    "community": "社区",
    "unit": "单位",
    "page": "页码",
    "before": "从哪件工单往前",
    "v": "版本",
    "clock": "秒数",
    "what": "名录",
    "from": "开始日期",
    "to": "结束日期",
    "seen": "页面版本",
    "id": "答案编号",
    "number": "工单",
    "whom": "派给谁",
    "do": "操作",
    "job": "任务",
    "item": "事项",
    "question": "问题",
    "answer": "答案",
    "text": "内容",
    "nonce": "页面编号",
    "write": "写入",
    "removals": "删除",
    "back": "几天以前",
    "place": "地点",
}
"""What the parts of an address and the fields of a form are called to who reads the page."""
NO_SUCH_ACT = "没有这个操作。"
FILL_IN = "请填写：{fields}"
NO_SHEET = "打不开这个文件，请选 xlsx 表格。"
SHEET_TOO_LARGE = "这个表格太大，或者展开后太大，没有读。请只保留需要的工作表、行和列，另存为 xlsx 再传。"
NO_HEADINGS = "没有找到表头，至少要有“工单编号”和“诉求内容”两列。"
DIRECTORY = {
    "people": "人员",
    "places": "地点",
    "grids": "网格",
    "stations": "站点",
    "patterns": "排班",
    "shifts": "班次",
    "rules": "规则",
    "categories": "类别",
    "templates": "通知模板",
}
SAY_SOMETHING = "请先写一句话。"
SAY_EXAMPLES = ("评议", "评议通过", "异议列表", "排班建议", "值班表", "活动", "应急包", "谁没巡楼", "帮助")
RECORD_KIND = {"mediation": "调解", "repair": "维修"}
NO_ROOM = "服务器磁盘满了，没有存下来，填的内容还在。请告诉管理员腾出空间，再试一次。"
AWAY = "数据库暂时连不上，正在重连，页面会自己恢复。"
TOO_LARGE = "文件太大了，照片最大 10 MB、5000 万像素。"
PICTURE_TOO_SMALL = "这张照片太小，看不清，没有收下，请选一张大一点的。"
NOT_A_PICTURE = "这个文件不是照片，没有收下。"
PICTURE_KEPT = "照片已收下，存在这件工单里，您下一步“办结”“到场”等时作凭证。"
STAR_DO = {
    "accept": "通过",
    "accept_all": "按建议名单（★）全部通过",
    "return": "退回",
    "merge": "并入",
    "consent": "当面已同意",
    "dismiss": "不成立，恢复",
    "uphold": "成立，撤下",
    "delay": "推迟",
    "undo_delay": "取消推迟",
    "skip": "本月不评",
    "restore": "恢复评选",
}
TOLD_TO_OBJECTOR = "会告诉提出人"
OWN_NAME = "不填写本名"
TICKET_DO = {
    "dispatch": "派单",
    "take": "接单",
    "arrive": "到场",
    "plan": "定方案",
    "crew": "人材机进场",
    "reach": "已联系家属、派出所或医院",
    "handle": "办结",
    "answer": "答复",
    "verify": "核查通过",
    "reject": "核查不通过",
    "transfer": "转办",
    "return": "退单",
    "undo_dispatch": "撤销派单",
    "undo_handle": "撤销办结",
    "close": "回访",
    "unreached": "回访联系不上",
    "reopen": "重新办理",
    "merge": "合并到",
    "unmerge": "拆分",
    "supervise": "督办",
    "escalate": "提交议事",
    "project": "转为认领项目",
    "call_help": "喊人领办",
    "no_danger": "不是隐患",
    "facts": "改内容",
    "void": "作废",
    "as_request": "改为企业诉求",
    "as_report": "改回普通上报",
    "approve": "同意申请",
    "refuse": "不同意申请",
    "remark": "备注",
    "relay": "转告上报人",
}
PICTURE_FIRST = "先传照片"
SCORE, REQUEST = TICKET_SCORE, {Request.EXTENSION: "延期", Request.FUND: "应急"}
MAY_BE_EMPTY = "可不填"
WITH_HINT = "{label}（{hint}）"
NO_INSTANT = "请选日期和时间"
TOGETHER_TITLE = "共治"
ALLIANCES_TITLE = "共建联盟"
ACTIVITIES_TITLE = "活动"
NO_DAY = "请写成 2026-11-24 的样子"
NO_YEAR = "请写 {first} 到 {last} 之间的年份，例如 2026"
NOT_A_NUMBER = "请填数字"
NO_CHOICE_OF = "请从列出的里面选"
TOO_LONG = "最多 {most} 字，现在 {count} 字"
NO_CHOICE = "请先勾选工单，再选派给谁。"
STATE = {state.value: words for state, words in TICKET_STATE.items()}
SHOW = {
    "open": "未办结",
    "todispatch": "待派单",
    "toverify": "待核查",
    "late": "超时",
    "hazard": "隐患",
    "mine": "我的",
    "night": "昨晚以来",
    "ended": "已结束",
    "all": "全部",
}
PROMISE = {
    DeadlineKind.ACCEPT: "受理",
    DeadlineKind.TAKE: "接单",
    DeadlineKind.SURVEY: "到场勘查",
    DeadlineKind.PLAN: "方案",
    DeadlineKind.CREW: "人材机进场",
    DeadlineKind.CONTACT: "联系企业",
    DeadlineKind.HANDLE: "办结",
    DeadlineKind.VERIFY: "核查",
    DeadlineKind.APPROVE: "审批",
    DeadlineKind.RESUME: "恢复办理",
    DeadlineKind.RATE: "评价",
    DeadlineKind.CALL_BACK: "回访",
    DeadlineKind.LOOK_BACK: "回头看",
}
CHANNEL = {
    "wechat": "微信",
    "12345": "12345",
    "prevention": "主动检查",
    "open311": "开放接口",
    "connect": "平台对接",
    "console": "后台",
    "patrol": "巡楼",
}
PUSH_STATE = {
    "answered": "当时就答复了",
    "waiting": "等待发送",
    "sending": "发送中",
    "sent": "已送达",
    "maybe_sent": "可能已送达",
    "kept": "等对方下次说话时带到",
    "dropped": "没有送出",
}
LATE, LEFT, DONE, DONE_LATE = "超时 {span}", "还剩 {span}", "已完成", "已完成（迟）"


def moment(at: datetime | None, zone: ZoneInfo) -> str:
    """11-25 16:30."""
    return "" if at is None else f"{at.astimezone(zone):%m-%d %H:%M}"


def instant(at: datetime, zone: ZoneInfo) -> str:
    """2026-11-25 16:30:05."""
    return f"{at.astimezone(zone):%Y-%m-%d %H:%M:%S}"


def percent(share: Share) -> str:
    """98%; a dash where nothing is counted."""
    return "—" if share.percent is None else f"{share.percent:.0f}%"


def span(value: timedelta) -> str:
    """1小时25分, 3天."""
    minutes = int(abs(value).total_seconds() // 60)
    if minutes >= 48 * 60:
        return f"{minutes // 1440}天"
    if minutes < 60:
        return f"{minutes}分"
    return f"{minutes // 60}小时" + (f"{minutes % 60}分" if minutes % 60 else "")


def clock(due: datetime, met: datetime | None, now: datetime) -> str:
    """How a promise stands: 还剩 1小时25分, 超时 12分, 已完成."""
    if met is not None:
        return DONE if met <= due else DONE_LATE
    return (LATE if now > due else LEFT).format(span=span(due - now))


JOBS_TITLE, PLATFORMS_TITLE = "定时任务", "平台对接"
JOBS_ABOUT = (
    "到点自动办的事里，出错的列在这里：先自动再试几次，还不行就搁置，不影响其他的事。原因处理好以后，点“再试一次”。"
)
JOBS_HEADS = ("任务", "事项", "试了几次", "上次出错", "现在", "原因", "")
JOBS_SET_ASIDE, JOBS_AGAIN, JOBS_RETRY = "已搁置", "{at} 自动再试", "再试一次"
JOBS_ASIDE = "搁置"
JOBS_NONE = "没有出错的事项。"

PRIVACY_TITLE = "个人资料"
PRIVACY_ABOUT = (
    "要看、要一份、更正、删除自己资料的，在这里办，都在一天内。请先当面核对是本人；导出、更正、删除都记入审计。"
)
PRIVACY_FIND = "人员编号，或本人上报的完整工单编号"
PRIVACY_COPY, PRIVACY_WAITING = "导出给本人（会留记录）", "等着办的申请"
PRIVACY_RESIDENT, PRIVACY_DUE, PRIVACY_NONE = "没有登记姓名的居民", "最迟 {at}", "没有。"
PRIVACY_CORRECT, PRIVACY_ERASE = "更正{field}为：{value}", "删除资料。他有岗位，请先办交接，再照办。"
PRIVACY_BY_CLOCK = "删除资料。到时自动办理，不用点；有法律要求留存的，可以不办并写明原因。"
PRIVACY_DO = {"grant": "照办", "refuse": "不办", "correct": "更正", "erase": "删除"}
ATTACK_ACTION, ATTACK_SEEN = "attack.", "{at} {what}，看审计"
AUDIT_TITLE = "审计"
AUDIT_ABOUT = (
    "谁、什么时候、从哪里、对谁的资料做了什么。每次查看和导出本身也记在这里。打勾的已封进校验链，改动或删去都能查出来。"
)
AUDIT_FIND = "编号、全名、地址、工单号或说明"
AUDIT_WHAT, AUDIT_FROM, AUDIT_TO, AUDIT_FILE = "全部操作", "从", "到", "导出 CSV"
AUDIT_HEADS = ("时间", "谁", "做了什么", "对象", "谁的资料", "来自", "说明", "已封存")
AUDIT_CHANGES = "只看改动（不看查看、导出和登录）"
AUDIT_NONE, AUDIT_ERASED = "没有符合的记录。", "（已依法删除）"
NOTICES_TITLE = "通知"
NOTICE_DO = {
    "draft": "先看谁会收到", "approve": "可以发", "withhold": "先别发", "change": "改时间", "redraft": "改内容和时间",
    "end": "结束通知",
}  # fmt: skip
NOTICE_TEXT = "例：管网抢修停水，请提前接水"
NOTICE_WHERE = "小区、楼栋或社区，几处用顿号隔开；空着是您负责的全部范围"
NOTICE_START, NOTICE_END = "空着按内容里的时间，没写是现在", "还不知道就空着"
NOTICE_KIND = "空着按内容判断"
