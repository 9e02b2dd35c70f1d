"""Words of the month's report as it is printed."""

TITLE = "{subdistrict}　{year}年{month}月工单办理月报"
MADE = "{made} 由系统按当时的数据生成；和{other}比较。"
LINE = "{month}上报 {count} 件，比{other}{change}；响应率 {response}，解决率 {solution}，满意率 {satisfaction}。"
MORE, LESS, SAME = "多 {count} 件", "少 {count} 件", "持平"
KEYS = (("count", "上报（件）"), ("response", "响应率"), ("solution", "解决率"), ("satisfaction", "满意率"))
BESIDE = "{other}：{value}"
INTERVAL = "区间 {low:.0f}%–{high:.0f}%"
TREND, COMMUNITIES, CATEGORIES, STEPS, REPEATED, METHOD = (
    "一、每天上报和办结", "二、各社区", "三、类别（前十）", "四、每一步用了多久（件）", "五、反复出现的地点", "六、算法",
)  # fmt: skip
COMMUNITY_HEADS = ("社区", "件数", "响应率", "解决率", "满意率", "办结中位数")
STEP_HEAD, REPEATED_HEADS = "用时", ("地点和类别", "件数")
NONE = "本月没有。"
ALL = "合计"
RANGES = "率下面的小字是 95% 可信区间：件数越少，区间越宽，越不宜排先后。"
FOOT = "第 {page} 页"
