"""What the account itself shows beside messages."""

from governance.tags import Tag

MENU_NAMES = {
    "REPORT": "我要上报",
    "MINE": "我的",
    "PROGRESS": "查看进度",
    "WITHDRAW": "撤回上报",
    "IDENTITY": "我的身份",
    "BIND": "绑定身份",
    "HELP": "使用帮助",
    "WORK": "工作台",
    "RED_POST": "红色阵地",
    "MY_TICKETS": "我的工单",
    "CHECK_IN": "打卡",
    "SHIFTS": "值班表",
    "MY_SHIFTS": "我的值班",
    "GRID": "本片上报",
    "LEAVE": "请假代岗",
    "NEIGHBOURS": "身边好人",
    "NOMINATE": "推荐好邻居",
    "STARS": "美善之星",
    "TOGETHER": "共治",
    "PROJECTS": "项目清单",
    "MY_PROJECTS": "我的项目",
    "TOPICS": "看议题",
    "MEETINGS": "议事会",
    "MY_ACTIVITIES": "我的活动",
}
TAG_NAMES = {
    Tag.STAFF: "邻里工作人员",
    Tag.RED_POST: "邻里红色阵地",
    Tag.TOGETHER: "邻里共治",
    Tag.RED_TOGETHER: "邻里红色共治",
}
CERTIFICATE_TITLE = "服务证明"
CERTIFICATE_SPAN = "{first:%Y年%m月%d日}至{last:%Y年%m月%d日}，参加社区服务"
CERTIFICATE_LINE = "{source}　{hours}"
CERTIFICATE_VERIFY = "微信扫码查验真伪"
CERTIFICATE_AT = "开具时间 {at:%Y年%m月%d日}"
FORGOTTEN = "（已注销）"
SURVEYS_TITLE, NO_SURVEYS = "征求意见的结果", "还没有结束的意见征集。"
SURVEY_ENTRY = (
    '<div class="star"><b>{head}{number}　{title}</b><br><small>{places}　问了 {people} 人，{answered} 人答复</small>'
    "<br>{results}<b>{came}：</b>{done}{doings}</div>"
)
SURVEY_CHOICE, SURVEY_WORDS = "{choice}：{count} 人，{share}%", "{answers} 人写了意见，社区已汇总"
SURVEY_TOO_FEW = "{answers} 人答复，人太少，不公布怎么答的，免得看出是谁"
SURVEY_HEADS, SURVEY_CAME = {True: "居民表决 意见", False: "意见"}, {True: "表决结果", False: "办理结果"}
SURVEY_DOINGS = "<br><b>已办：</b>{doings}"
SURVEY_NOT_DONE = "正在研究，有结果会登在这里。"
NOTICES_TITLE, NO_NOTICES = "停水停电等通知", "现在没有停水停电之类的通知。"
RESOLUTIONS_TITLE, NO_RESOLUTIONS = "议事会决议", "还没有议事会决议。"
RESOLUTIONS_ABOUT = "邻居们在议事会上商量定下的事，办到哪一步、什么时候办好，都登在这里。"
RESOLUTION_ENTRY = '<div class="star"><b>决议{number}</b>　{text}<br><small>{council}　{state}</small><br>{news}</div>'
TICKET_TITLE, TICKET_STEPS = "您上报的事办到哪了", "<h2>办了什么</h2><ol>{steps}</ol>"
TICKET_MORE = "想催一催，在公众号里回复“催办 {n}”；有补充，直接在公众号里说。这个网址是给您的，请别转发。"
TICKET_OVER = "又出问题了，请在公众号里直接再说一次。这个网址是给您的，请别转发。"
VERIFY_TITLE = "服务证明查验"
VERIFIED = "这份证明是真的。\n姓名：{name}\n时间：{first} 至 {last}\n服务时长：{hours}"
VERIFIED_CHANGED = (
    "这份证明是真的，但开具后时长有更正。\n姓名：{name}\n时间：{first} 至 {last}\n"
    "证明上的时长：{hours}\n现在的时长：{now}"
)
UNNAMED = "好邻居"
POSTER_FOOT = "经公示无异议"
POSTER_SCAN = "扫码看事迹和依据"
AWARD_TITLE = "荣誉证书"
AWARD_WON = "在{month}被评为（{area}）"
AWARD_VERIFY = "微信扫码查看事迹和依据"
PROJECTS_TITLE, NO_PROJECTS = "项目认领", "现在没有项目。"
PROJECTS_ABOUT = "街道、社区和居民提出的实事，由共建单位认领。单位联系人在公众号里回复“认领项目”加编号即可。"
PROJECT_ENTRY = '<div class="star"><b>项目{number}　{title}</b><br><small>{facts}</small></div>'
PROJECT_UNTIL = "{day}前完成"
ROLL_TITLE = "{year}年光荣榜"
ROLL_EMPTY = "{year}年还没有发布。"
ROLL_BEFORE = "看{year}年"
ROLL_ENTRY = '<div class="star"><a href="{url}"><b>{name}</b></a>　{title}<br><small>{area}</small><br>{deeds}</div>'
AWARD_PICTURE = '<img src="/awards/{code}.png" alt="{name}的海报">'
AWARD_BODY = (
    "<p>{month}　{area}</p><p>{deeds}</p><h2>依据（共 {total} 分）</h2><ul>{lines}</ul>"
    '<p><a href="/awards/{code}.pdf">电子证书（PDF）</a>　<a href="/stars/{year}">光荣榜</a></p>'
)
ARTICLE_HEAD = "<p>{area}　{year}年{month}月{day}日</p>"
ARTICLE_PICTURE = '<p><img src="data:image/jpeg;base64,{data}" alt="配图"></p>'
ARTICLE_TITLE = "{community} {month}美善之星揭晓"
ARTICLE_DIGEST = "谢谢他们：{names}"
ARTICLE_ENTRY = '<p><img src="{url}"></p><h2>{title}　{name}</h2><p>{area}</p><p>{deeds}</p>'
REFUSED_TITLE = "打不开"
REFUSED = {
    400: "请求的内容不对，请检查后再试。",
    403: "没有权限看这一页。",
    404: "没有这一页。请检查地址，或从微信公众号重新打开。",
    405: "这个地址不能这样用。",
    413: "内容太大了。",
    500: "抱歉，出了点问题，已经记下，请稍后再试。",
    503: "系统暂时繁忙，请稍后再试。",
}
UNREADABLE = "“{label}”不对：{how}。"
UNREADABLE_SIGN = "内容里有不能用的字符，请删掉再试。"
PARAMETER_WHOLE = "请写 {least} 到 {most} 之间的整数"
PARAMETER_DAY = "请写 2000 到 2099 年之间的日期，例如 2026-11-24"
PARAMETER_MONTH = "请写 2000 到 2099 年之间的月份，例如 2026-11"
PARAMETER_INSTANT = "请写 2000 到 2099 年之间的时间（ISO 8601），例如 2026-11-24T00:00:00Z"
PARAMETER_LISTED = "最多 {most} 个，中间用逗号"
PARAMETER_ONE_OF = "只能是 {values}"
OPEN311_JURISDICTION = "没有这个 jurisdiction_id"
OPEN311_SERVICE = "没有这个 service_code"
OPEN311_REQUEST = "没有这个 service_request_id"
OPEN311_FORM = "只提供 json 和 xml"
OPEN311_LONG = "请求太长"
OPEN311_AWAY = "系统暂时繁忙，请稍后再试"
OPEN311_NOTICE = "已登记，按街道时限办理"
CALENDAR_NAME = "邻里值班"
CALENDAR_EVENT = "值班：{title}"
COPY_JSON = "我的资料.json"
PRIVACY_TITLE = "个人信息处理说明"

SEVERAL = "共 {count} 件，请按各行的下一步办："
"""Above pushes that go as one message."""
BESIDES = "另有 {count} 件：{steps}"
