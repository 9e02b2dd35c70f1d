"""What the audit says of its rows."""

import pytest

from console.audit_said_texts import detail_said, subject_said


@pytest.mark.parametrize(
    ("action", "kept", "said"),
    [
        ("export", '{"address": "127.0.0.1", "filter": {"month": "2026-11"}, "rows": 23}', "23 行，条件：月份 2026-11"),
        ("export", '{"address": "127.0.0.1", "filter": {}, "rows": 2}', "2 行，没有条件"),
        ("export", '{"rows": "many"}', '{"rows": "many"}'),
        ("person.change", "unit", "改了：单位"),
        ("person.change", "unit, phone", "改了：单位、手机"),
        ("post.add", "unit", "unit"),
        ("console.sign_in", "password from 127.0.0.1 (HeadlessChrome, Linux)", "用密码，来自 127.0.0.1 (HeadlessChrome, Linux)"),
        ("shift.move", "R7 to shift:12", "R7 调到班次 12"),
        ("setting.change", "值 10 → 15", "值 10 → 15"),
        ("cases.recount", "same", "一致"),
    ],
)  # fmt: skip
def test_a_detail_is_said_in_words_or_as_it_is(action, kept, said):
    assert detail_said(action, kept) == said


@pytest.mark.parametrize(
    ("kept", "said"),
    [
        ("file:month.pdf", "文件 month.pdf"),
        ("rules:leave_days", "规则 一次请假最多几天"),
        ("shift:7", "班次 7"),
        ("audit", "审计"),
        ("R7 周**", "R7 周**"),
        ("strange:7", "strange:7"),
    ],
)
def test_a_subject_is_said_in_words_or_as_it_is(kept, said):
    assert subject_said(kept) == said
