"""Words of the grid's ledger."""

SECTION = {
    "people": "人员", "workers": "工作人员", "places": "地点", "things": "设施", "units": "单位", "risks": "单位风险",
    "tickets": "工单", "branches": "党支部",
}  # fmt: skip
GROUP = {
    "residents": "关注的居民", "households": "登记的住户", "kept": "重点走访户", "open": "未办结",
    "looked": "已查 {done}，待查 {open}，逾期 {late}", "late": "（逾期）",
}  # fmt: skip
LEDGER = ("类别", "内容", "数量", "说明")
