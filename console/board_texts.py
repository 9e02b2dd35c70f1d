"""The words of the board and of what is done to tickets from it."""

from governance.tickets.nearness import Near

NEAR = {Near.LATE: "已超时", Near.SOON: "一小时内", Near.TODAY: "今天到期", Near.LATER: ""}
SORT = {"due": "隐患和先到期的在前", "old": "先上报的在前", "new": "新上报的在前"}
SORTED = "排序"
OPEN_ELSEWHERE = "待办"
NEW = "新"
NARROW = "筛选"
MORE_DANGERS = "另外 {count} 件"
ALL_OF_PAGE = "本页全选"
CHOSEN = "已选 {count} 件"
UNDO = "撤销"
UNDO_ALL = "这 {count} 件全部撤销"
SUMMED = "{done} 件已办，{refused} 件没有办成，没办成的还勾着。"
SUMMED_GOOD = "{done} 件已办。"
LEFT = "一次最多 {most} 件，其余 {left} 件没有办，请再选一次。"
NOT_BACK = "这一步不能撤销。"
NOTHING_BACK = "这一件没有并入别的工单，没有可撤销的。"
KEYS = (
    ("j / k", "下一件 / 上一件"), ("o 或 回车", "打开"), ("x", "勾选"), ("/", "查找"), ("g", "回到工单列表"),
    ("d", "工单页：写给谁"), ("r", "工单页：告诉上报人"), ("b", "工单页：备注"),
    ("Esc", "工单页：离开填写的地方"), ("?", "看快捷键"),
)  # fmt: skip
KEYS_TITLE = "快捷键"
VIEWS, OWN_VIEW, FOR_ROLE = "视图", "只给自己", "给谁用"
KEEP_VIEW, VIEW_NAME, DROP_VIEW = "存为视图", "视图名称，例如：超时没人接", "删除"
SET_UP, COLUMNS, TOLD_OF, SAVE = "视图、列和提醒", "显示哪些列", "来了新工单", "保存"
KEEP_ABOUT = "现在的筛选和排序起个名字存下来；同名的换成新的。"
START, START_PLAIN, START_SAVE = "打开工单时先看", "全部未办结", "就这样"
COLUMN = {"what": "内容", "place": "地点", "state": "状态", "assignee": "承办", "opened": "上报", "due": "到期"}
WISHES = {"bell": "响铃", "counted": "标题上计数", "desktop": "桌面提醒（浏览器会问一次）"}
CAME = "有新工单"
NOT_ASKED_SO = "这些筛选条件看板打不开，没有存。请在看板上重新筛选，再存一次。"
