"""What a season's check asks of each grid: a summary, and the things to look at."""

CHECKS: dict[str, tuple[str, str]] = {
    "flood": (
        "汛前检查",
        "雨水管和窨井是否畅通、低洼处和地下车库有无沙袋水泵、大树有无枯枝、外墙和空调架有无松动、围墙有无裂缝",
    ),
    "heating": ("入冬防冻检查", "公共水管和水表有无保温、消防栓会不会冻、独居老人取暖是否安全、楼道门窗能否关严"),
    "summer_power": (
        "高温用电检查",
        "楼道配电箱和线路有无发热、有无飞线充电、变压器旁有无堆物、独居老人降温是否有办法",
    ),
    "spring_festival": (
        "春节前安全检查",
        "消防通道和楼道有无堵塞、灭火器是否有效、有无囤放烟花爆竹、空置房水电燃气是否关好",
    ),
    "labour_day": ("五一前安全检查", "消防通道和楼道有无堵塞、电瓶车停放充电是否规范、沿街店铺用火用电是否安全"),
    "national_day": ("国庆前安全检查", "消防通道和楼道有无堵塞、电瓶车停放充电是否规范、沿街店铺用火用电是否安全"),
}
"""By the code of governance.prevention.CheckList."""
TEXT = "{title}（{grid}）：请逐项查看：{items}。查完回复“办结”加结果和照片；发现问题请随手上报。"
EXTRA = "\n请逐项查看：{items}。发现问题请随手上报。"
SUMMARY = "{title}（{grid}）"
