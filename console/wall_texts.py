"""Words of the screen on the wall."""

from datetime import date

from governance.texts import WEEKDAYS

TILES = (("came", "今日上报"), ("closed", "今日办结"), ("open", "未办结"), ("late", "超时"))
CHECK_INS = "今日打卡"
RATES = (("response", "响应率"), ("solution", "解决率"), ("satisfaction", "满意率"))
RATE = "{good}/{of}，上月 {last}"
SHEETS = ("此刻", "走势", "时段与榜样")
HAZARDS, CALM, MORE_HAZARDS = "安全隐患", "现在没有未办结的隐患", "另有 {count} 处未列出"
EVENTS, NO_EVENTS, MORE_EVENTS = "事件", "现在没有事件", "还有 {count} 件"
SINCE, PLACE_UNKNOWN, ON_TIME = "已发生", "地点未明", "各步都已到位"
MAP, MAP_ABOUT, GRIDS, DUTY = "各社区未办结", "方位示意，红色有隐患", "网格（最多的）", "现在值班"
TRUE_MAP_ABOUT = "按坐标画，红色有隐患"
NO_DUTY = "没有正在进行的班次"
WEEK, MONTH, CAME, CLOSED = "近 7 天", "近 30 天", "上报", "办结"
HOURS, HOURS_ABOUT, NO_HOURS = "几点报什么", "近 30 天，颜色越亮越多", "近 30 天没有上报"
STARS, NO_STARS = "美善之星", "还没有发布"
AND = "、"
BACK, OUT = "回后台", "退出"
MOST = "一天最多 {count}（上面那条线）"
PLACELESS = "另有 {count} 件不在哪个社区里（地点未明）"
AWAY = "连接断了，正在自动重连。画面停在刚才的样子。"


def day(of: date) -> str:
    """11/24 二."""
    return f"{of.month}/{of.day} 周{WEEKDAYS[of.weekday()]}"


def short_day(of: date) -> str:
    """11/24."""
    return f"{of.month}/{of.day}"
