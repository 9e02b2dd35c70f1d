"""What the columns of a file that leaves the office are called, and how its codes are said: as the pages say them."""

from console import council_texts, texts

HEADS = {
    "number": "编号",
    "state": "状态",
    "channel": "来源",
    "category": "类别",
    "urgency": "紧急程度",
    "place": "地点",
    "grid": "网格",
    "reporter": "上报人",
    "summary": "内容",
    "opened_at": "上报时间",
    "due_at": "到期时间",
    "survey_due_at": "勘查期限",
    "plan_due_at": "方案期限",
    "crew_due_at": "人材机期限",
    "accepted_at": "受理时间",
    "dispatched_at": "派单时间",
    "handled_at": "办结时间",
    "verified_at": "核查时间",
    "closed_at": "结案时间",
    "assignee": "承办",
    "rating": "评价",
    "reopened": "重新办理次数",
    "merged_into": "并入工单",
    "unit": "单位",
    "kind": "种类",
    "name": "名称",
    "count": "件数",
    "response": "响应率",
    "response_rank": "响应名次",
    "solution": "解决率",
    "solution_rank": "解决名次",
    "satisfaction": "满意率",
    "satisfaction_rank": "满意名次",
    "council": "议事会",
    "text": "内容",
    "owner": "负责人",
    "written_at": "形成时间",
    "late": "超时",
    "ended_at": "结束时间",
    "news": "最近进展",
    "round": "评议",
    "total": "总分",
    "rank": "名次",
    "commended": "表扬",
    "sum": "合计",
}
"""What is not here is in Chinese already."""
VALUES: dict[str, dict[str, str]] = {
    "state": {**texts.STATE, **{state.value: said for state, said in council_texts.RESOLUTION_STATE.items()}},
    "channel": texts.CHANNEL,
    "urgency": texts.URGENCY,
    "rating": {score.value: said for score, said in texts.SCORE.items()},
    "kind": {"community": "社区", "grid": "网格"},
}
YES, NO = "是", "否"


def said_in(field: str, value: object) -> object:
    """A cell as people read it."""
    if isinstance(value, bool):
        return YES if value else NO
    return VALUES.get(field, {}).get(value, value) if isinstance(value, str) else value
