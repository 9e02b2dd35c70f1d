"""The rules and the dashboard for those who have Prometheus and Grafana, made from the table of metrics."""

import re
from collections.abc import Iterator
from typing import Any

from governance.alarms.metrics import ALARMS, BY_NAME, METRICS, Alarm, Metric, Sort, Unit

_UNITS = {Unit.SECONDS: "s", Unit.BYTES: "bytes", Unit.SHARE: "percentunit", Unit.COUNT: "short", Unit.YES: "bool"}
EVERY_S = 10


def number(value: float) -> str:
    """A threshold as it is written."""
    return f"{value:.10g}"


def condition(name: str, alarm: Alarm) -> str:
    """The alarm as a query: what it answers is a fault."""
    sign, bound = (">", alarm.over) if alarm.over is not None else ("<", alarm.under)
    assert bound is not None
    return f"max({name}) {sign} {number(bound)}" if sign == ">" else f"min({name}) {sign} {number(bound)}"


def alert_name(name: str) -> str:
    """`linli_push_due_seconds` as Prometheus writes alerts: LinliPushDueSeconds."""
    return "".join(part.capitalize() for part in name.split("_"))


def rules() -> str:
    """The file of rules. Also that nobody answers at all, which only somebody outside can see."""
    lines = ["groups:", "  - name: linli", f"    interval: {EVERY_S}s", "    rules:"]
    lines += _rule(
        "LinliAway", 'absent(up{job="linli"} == 1)', 15, "critical", "邻里没有回应", "看机器和 linli web 在不在"
    )
    for name, alarm in ALARMS.items():
        severity = "critical" if alarm.grave else "warning"
        lines += _rule(alert_name(name), condition(name, alarm), alarm.holds_s, severity, alarm.label, alarm.cure)
    return "\n".join(lines) + "\n"


def _rule(alert: str, query: str, holds_s: int, severity: str, label: str, cure: str) -> Iterator[str]:
    yield f"      - alert: {alert}"
    yield f"        expr: {query}"
    yield f"        for: {holds_s}s"
    yield f"        labels: {{severity: {severity}}}"
    yield f"        annotations: {{summary: {_quoted(label)}, description: {_quoted(cure)}}}"


def _quoted(words: str) -> str:
    return "'" + words.replace("'", "''") + "'"


def rule_tests() -> str:
    """What `promtool test rules` runs: of each alarm a series that is well, then a fault, and the alert within a minute."""
    lines = ["rule_files: [alerts.yml]", f"evaluation_interval: {EVERY_S}s", "tests:"]
    for name, alarm in ALARMS.items():
        well, ill, lasts = _well(alarm), _ill(alarm), alarm.holds_s + 60
        lines += [
            f"  - interval: {EVERY_S}s",
            "    input_series:",
            f"      - {{series: {name}, values: '{number(well)}x30 {number(ill)}x{lasts // EVERY_S}'}}",
            f"      - {{series: 'up{{job=\"linli\"}}', values: '1x{lasts // EVERY_S + 31}'}}",
            "    alert_rule_test:",
            f"      - {{eval_time: 5m, alertname: {alert_name(name)}, exp_alerts: []}}",
            f"      - eval_time: {5 * 60 + EVERY_S + max(alarm.holds_s, 45)}s",
            f"        alertname: {alert_name(name)}",
            "        exp_alerts:",
            f"          - exp_labels: {{severity: {'critical' if alarm.grave else 'warning'}}}",
            f"            exp_annotations: {{summary: {_quoted(alarm.label)}, description: {_quoted(alarm.cure)}}}",
        ]
    return "\n".join(lines) + "\n"


def _well(alarm: Alarm) -> float:
    return 0 if alarm.over is not None else float(alarm.under or 0)


def _ill(alarm: Alarm) -> float:
    return alarm.over * 2 + 1 if alarm.over is not None else 0


def query_of(metric: Metric) -> str:
    """How a panel asks for it."""
    by = f" by ({', '.join(metric.labels)})" if metric.labels else ""
    if metric.sort is Sort.COUNTER:
        return f"sum{by} (rate({metric.name}_total[5m]))"
    if metric.sort is Sort.HISTOGRAM:
        return f"histogram_quantile(0.99, sum by (le) (rate({metric.name}_bucket[5m])))"
    return f"max{by} ({metric.name})"


def dashboard() -> dict[str, Any]:
    """A Grafana dashboard: a panel a metric, its alarm's bound as a red line."""
    panels = [_panel(place, metric) for place, metric in enumerate(METRICS)]
    return {
        "title": "邻里", "uid": "linli", "schemaVersion": 39, "version": 1, "refresh": "10s", "editable": True,
        "time": {"from": "now-6h", "to": "now"}, "tags": ["linli"], "panels": panels,
        "templating": {"list": [{"name": "source", "label": "数据源", "type": "datasource", "query": "prometheus"}]},
    }  # fmt: skip


def _panel(place: int, metric: Metric) -> dict[str, Any]:
    alarm = metric.alarm
    bound = None if alarm is None else alarm.over if alarm.over is not None else alarm.under
    ill_above = alarm is not None and alarm.over is not None
    steps: list[dict[str, Any]] = [{"color": "green" if ill_above or bound is None else "red", "value": None}]
    if bound is not None:
        steps.append({"color": "red" if ill_above else "green", "value": bound})
    return {
        "id": place + 1, "type": "timeseries", "title": metric.meaning,
        "description": f"{metric.name}：{alarm.label}——{alarm.cure}" if alarm else metric.name,
        "datasource": {"type": "prometheus", "uid": "${source}"},
        "gridPos": {"x": place % 3 * 8, "y": place // 3 * 8, "w": 8, "h": 8},
        "fieldConfig": {"defaults": {"unit": _UNITS[metric.unit], "min": 0, "thresholds": {"mode": "absolute", "steps": steps}}},
        "targets": [{"refId": "A", "expr": query_of(metric)}],
    }  # fmt: skip


def guide() -> str:
    """The table of metrics for the operator, as Markdown."""
    lines = ["| 指标 | 说明 | 告警 | 怎么办 |", "|---|---|---|---|"]
    for metric in METRICS:
        alarm = metric.alarm
        said = "" if alarm is None else f"{alarm.label}：`{condition(metric.name, alarm)}`，持续 {alarm.holds_s} 秒"
        at_night = "（夜里也说）" if alarm is not None and alarm.grave else ""
        lines.append(f"| `{metric.name}` | {metric.meaning} | {said}{at_night} | {alarm.cure if alarm else ''} |")
    return "\n".join(lines) + "\n"


def known(query: str) -> bool:
    """Whether every name of ours in a query is one that the table has, with what Prometheus adds to it."""
    names = re.findall(r"\blinli_\w+", query)
    return bool(names) and all(_is_known(name) for name in names)


def _is_known(name: str) -> bool:
    if name in BY_NAME:
        return BY_NAME[name].sort is Sort.GAUGE
    for end, sort in (("_total", Sort.COUNTER), ("_bucket", Sort.HISTOGRAM)):
        base = name.removesuffix(end)
        if base != name and base in BY_NAME:
            return BY_NAME[base].sort is sort
    return False
