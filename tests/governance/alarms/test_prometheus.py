"""Every query asks for a figure that there is, and each alarm stands in the rules with its own bound."""

import re

import pytest

from governance.alarms.metrics import ALARMS, METRICS
from governance.alarms.prometheus import alert_name, condition, dashboard, known, query_of, rule_tests, rules


def test_every_query_names_only_metrics_of_the_table():
    queries = [panel["targets"][0]["expr"] for panel in dashboard()["panels"]]
    queries += [line.partition("expr: ")[2] for line in rules().splitlines() if "expr: " in line and "up{" not in line]
    assert len(queries) == len(METRICS) + len(ALARMS)
    assert [query for query in queries if not known(query)] == []


@pytest.mark.parametrize("query", ["max(linli_nothing)", "linli_messages", "rate(linli_queue_up_total[5m])", "up"])
def test_a_query_of_what_is_not_there_is_found(query):
    assert not known(query)


def test_each_alarm_is_a_rule_with_its_bound_and_its_time():
    said = dict(re.findall(r"- alert: (\w+)\n\s+expr: (.+)\n", rules()))
    assert said.pop("LinliAway")
    assert said == {alert_name(name): condition(name, alarm) for name, alarm in ALARMS.items()}
    assert condition("linli_queue_up", ALARMS["linli_queue_up"]) == "min(linli_queue_up) < 1"
    assert condition("linli_disk_used_share", ALARMS["linli_disk_used_share"]) == "max(linli_disk_used_share) > 0.94"
    assert rule_tests().count("alertname: ") == 2 * len(ALARMS)


def test_names_are_unique_and_counters_are_asked_for_as_such():
    assert len({metric.name for metric in METRICS}) == len(METRICS)
    by_name = {metric.name: query_of(metric) for metric in METRICS}
    assert by_name["linli_messages"] == "sum by (kind, outcome) (rate(linli_messages_total[5m]))"
    assert "_bucket" in by_name["linli_answer_seconds"]
