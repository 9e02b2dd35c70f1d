"""What the audit keeps for programs, said for people: of what a row is, and what it says of it."""

import json
import re

from governance.own_settings import GROUPS
from governance.roster.sheets import SHEETS
from governance.rule_meanings import RULE_MEANING

KIND = {
    "file": "文件",
    "rules": "规则",
    "categories": "类别",
    "templates": "通知模板",
    "ticket": "工单",
    "shift": "班次",
    "job": "定时任务",
    "answer": "问答",
    "article": "推文",
    "push": "推送",
    "month": "月份",
    "orders": "热线工单",
    "award": "美善之星候选",
    "round": "美善之星评选",
    "thing": "设施",
    "household": "重点走访户",
    "session": "登录",
    "cases": "年度案例",
    "evaluation": "评议",
    "evaluation_entry": "评议条目",
    "unit": "单位",
    "role": "角色",
    "records": "调解和维修记录",
    "item": "平台条目",
    "out": "平台回执",
    "api_key": "系统密钥",
    "wall_key": "大屏密钥",
    "places": "地点",
    "grids": "网格",
    "stations": "站点",
    "patterns": "排班",
    "grid": "网格",
    "place": "地点",
    "account": "微信号",
    "person": "人员",
    "login": "登录",
}
WHOLE = {
    "audit": "审计",
    "roster": "名册",
    "map": "地图",
    "things": "设施",
    "people": "人员",
    "stations": "站点和排班",
    "places": "地点",
}
EXPORTED, FILTERED, NO_FILTER = "{rows} 行，{filter}", "条件：{said}", "没有条件"
CHANGED, AND = "改了：{fields}", "、"
FILTER = {
    "month": "月份",
    "from": "从",
    "to": "到",
    "q": "搜索",
    "show": "哪些",
    "place": "地点",
    "category": "类别",
    "urgency": "紧急程度",
    "community": "社区",
    "order": "排序",
    "format": "格式",
}
_SAID = tuple(
    (re.compile(pattern), words)
    for pattern, words in (
        (r"password from (.*)", r"用密码，来自 \1"),
        (r"wechat from (.*)", r"用微信，来自 \1"),
        (r"from (.*)", r"来自 \1"),
        (r"(.*), asked from (.*)", r"\1，来自 \2"),
        (r"reporter of (\S+)", r"工单 \1 的上报人"),
        (r"call-back of (\S+)", r"回访工单 \1"),
        (r"by code", "凭邀请码"),
        (r"by name", "凭姓名和手机号"),
        (r"by (.*)", r"凭 \1"),
        (r"same", "一致"),
        (r"differs", "不一致"),
        (r"on", "显示"),
        (r"off", "不显示"),
        (r"all", "全部"),
        (r"(\d+) days", r"\1 天"),
        (r"into (\d+)", r"并入 \1"),
        (r"(\S+) to shift:(\d+)", r"\1 调到班次 \2"),
        (r"shift (\d+) (-?\d+)", r"班次 \1，\2 分钟"),
        (r"(.*); (\d+) rows", r"\2 行"),
        (r"people (\d+)", r"\1 人"),
        (r"unit:(\S+)", r"单位 \1"),
        (r"(\S+) (\d{4}-\d\d-\d\d)\.\.(\d{4}-\d\d-\d\d)", r"\2 到 \3，\1 代岗"),
    )
)
_COLUMNS = {column.key: column.heading for sheet in SHEETS for column in sheet.columns}
"""What a roster's columns are called; where only those are kept, the values are personal."""


def subject_said(subject: str) -> str:
    """规则 受理时限（危险）, 文件 month.pdf; what has no words stays as it is."""
    kind, mark, name = subject.partition(":")
    if not mark:
        return WHOLE.get(subject, subject)
    if kind not in KIND:
        return subject
    called = (
        RULE_MEANING.get(name, name) if kind == "rules" else GROUPS.get(name, name) if kind == "templates" else name
    )
    return f"{KIND[kind]} {called}"


def detail_said(action: str, detail: str) -> str:
    """What was exported by which filter, which columns were changed, from where somebody came."""
    if detail.startswith("{"):
        return _exported(detail)
    keys = [each.strip() for each in re.split(r"[,，、;；]", detail)]
    if action.endswith(".change") and detail and all(key in _COLUMNS for key in keys):
        return CHANGED.format(fields=AND.join(_COLUMNS[key] for key in keys))
    for pattern, words in _SAID:
        found = pattern.fullmatch(detail)
        if found:
            return found.expand(words)
    return detail


def _exported(detail: str) -> str:
    try:
        kept = json.loads(detail)
        asked = {name: value for name, value in kept["filter"].items() if value not in ("", None)}
        rows = int(kept["rows"])
    except (ValueError, KeyError, TypeError, AttributeError):
        return detail
    said = AND.join(f"{FILTER.get(name, name)} {value}" for name, value in asked.items())
    return EXPORTED.format(rows=rows, filter=FILTERED.format(said=said) if said else NO_FILTER)
