"""Words of the page of cases."""

TITLE = "案例"
ABOUT = "各社区从已结案的工单推荐，由街道领导开始投票；居民一人一票，截止前票数不公开；截止后从流水计票，居民占七成、评委占三成。"
HEAD = "{year}年"
NONE = "还没有案例。"
HEADS = ("编号", "案例", "社区", "工单", "票数", "评委", "得分", "名次")
STATE_SOON, STATE_OPEN = "还没开始投票", "正在投票，票数封存到截止"
STATE_OVER, STATE_DONE = "已截止，正在计票", "已公布，{voters} 人投票"
SECTIONS = {"do": "操作", "cases": "案例"}
DO = {"propose": "推荐案例", "open": "开始投票", "recount": "核对票数"}
DAYS_HINT = "不填就是最少的天数"
WITHOUT = "还没有案例的社区：{communities}。投票一开就不能再加。"
YEAR_HINT = "不填今年"
BOOKLET = "看公布页"
