"""What units, staff and residents are told of projects without having asked."""

FITS = (
    "【项目认领】项目{number}：{title}{place}{until}，和您单位能提供的对得上。"
    "愿意认领请点下面，或回复“认领项目{number}”；看详情回复“看项目{number}”。"
)
CLAIM_TAPS = ("认领项目{number}", "看项目{number}")
TICKET_NOTE = "转为认领项目{number}：{title}"
TICKET_IS_PROJECT = "{head}已转为认领项目{number}，等单位认领，您先不用办。"
CLAIMED_TO_STAFF = "【项目认领】{unit}认领了项目{number}（{title}）{until}。"
CLAIMED_TO_OTHERS = "【项目认领】{unit}也认领了项目{number}（{title}），请一起商量怎么做。"
LEFT_TO_STAFF = "【项目认领】{unit}退出了项目{number}（{title}）：{note}。{state}"
LEFT_BY_ALL, LEFT_BY_ONE = "现在没有单位做，已重新开放认领。", "还有{units}在做。"
UNIT_GONE = "该单位已退出共建"
NO_REASON = "没有说明原因"
PLANNED = "【项目分步】项目{number}（{title}）：{steps}。"
PART_DONE = "第{position}步（{title}）完成。"
MILESTONE = {
    True: "【项目节点逾期】项目{number}（{title}）第{position}步“{step}”应在{due}前完成，还没有报完成{units}。",
    False: "【项目节点提醒】项目{number}（{title}）第{position}步“{step}”{when}{units}。",
}
MILESTONE_UNITS, MILESTONE_NOBODY = "（{units}）", "（还没有单位认领）"
MILESTONE_IN, MILESTONE_TODAY = "{due}前完成，还剩{days}天", "今天到期"
MILESTONE_HOW = "做完请回复“项目{number} 第{position}步完成”，再发照片；做不完请说明“项目{number} 进展”。"
MILESTONE_TAP = "项目{number} 第{position}步完成"
STEP_TO_STAFF = "【项目进展】项目{number}（{title}），{unit}：{note}"
PROVED_TO_STAFF = (
    "【项目待验收】项目{number}（{title}）{unit}报告完工：{note}。"
    "看过没问题回复“验收项目{number}”，有问题回复“项目{number} 不通过 "
    "原因”。"
)
ACCEPT_TAPS = ("验收项目{number}",)
ACCEPTED_TO_UNIT = "【项目验收通过】项目{number}（{title}）验收通过。感谢{unit}为邻里做的这件实事！"
SENT_BACK_TO_UNIT = (
    "【项目返工】项目{number}（{title}）验收没通过：{note}。做好后回复“项目{number} 完工”，可以再发照片。"
)
WITHDRAWN_TO_UNIT = "【项目撤销】项目{number}（{title}）已撤销：{note}。谢谢您单位的支持。"
SOON_TO_UNIT = (
    "【项目提醒】项目{number}（{title}）要求{until}前完成，还剩{days}天。做到哪一步了？回复“项目{number} 进展”。"
)
TODAY_TO_UNIT = (
    "【项目提醒】项目{number}（{title}）今天到期。做完请回复“项目{number} 完工”，做不完请说明“项目{number} 进展”。"
)
LATE_TO_UNIT = (
    "【项目逾期】项目{number}（{title}）要求{until}前完成，已经过期。"
    "请回复“项目{number} 进展”说明情况，确实做不了回复“放弃项目{number} "
    "原因”。"
)
LATE_TO_STAFF = "【项目逾期】项目{number}（{title}）要求{until}前完成，{units}还没有做完，请联系一下。"
THANKS_TO_UNIT = "【居民感谢】项目{number}（{title}）：{note}"
THANKS_ONLY = "居民说：谢谢你们！"
THANKS_SAID = "居民说：{note}"

OF_PROJECT = "项目{number}：{text}"
YOUR_NEED = "您提的需求（项目{number}：{title}）有进展：{text}"
YOUR_TOPIC = "您提的议题（决议{resolution}，项目{number}：{title}）有进展：{text}"
FROM_RESOLUTION = "决议{r}转为认领项目{number}：{title}"
DONE_BY_PROJECT = "认领项目{number}由{units}完成，验收通过"
OPENED = "已转为认领项目，等单位认领"
IS_CLAIMED = "{unit}已认领"
UNIT_LEFT = "{unit}退出了，重新找单位认领"
STEP = "{unit}：{note}"
PROVED = "{unit}报告已完工，正在验收"
SENT_BACK = "验收没通过，正在返工"
WITHDRAWN = "项目撤销（{note}），另行安排"
DONE_FOR_YOU = (
    "项目{number}（{title}）已经做好，由{units}认领完成，验收通过。"
    "愿意说声谢谢，点下面或回复“感谢项目{number} 想说的话”。"
)
THANK_TAPS = ("感谢项目{number}",)

NEED_TO_STAFF = "【新需求】需求{number}{place}：{text}。{fits}可以回复“需求 {number} 转项目”开放认领。"
NEED_FITS = "可能对得上的资源：{listed}。"
RESOURCE_TO_STAFF = "【新资源】资源{number}，{unit}：{text}。{fits}"
RESOURCE_FITS = "可能对得上的需求：{listed}。"
STUCK = (
    "【久拖未决】{head}{why}。自己办不了的，可以回复“转项目 {n} "
    "做什么”开放给单位认领，或“应急领办 {n} 缺什么”喊人帮忙。"
)

STUCK_TAP = "转项目 {n}"
STUCK_WHY = {
    "long": "超过办结时限已经{days}天",
    "twice": "两次超过办结时限",
    "council": "提交协商已经{days}天没有议定",
}

CALL = (
    "【应急领办】{head}急需外援{note}。{due}前需要有人接。能去请点下面，或回复“领办 {n}”；先到先得，有人接了会告诉您。"
)
CALL_NOTE = "：{note}"
CALL_TAPS = ("领办 {n}",)
CALL_TAKEN = "【应急领办】{head}已由{who}领办，其他单位不用去了，谢谢。"
CALL_TAKEN_TO_STAFF = "【应急领办】{who}领办了{head}，正在赶来，请现场对接。"
CALL_LATE = "【应急领办】{head}喊了{hours}小时没有人接，请您直接协调力量。"
TAKEN_FOR_YOU = "{who}已应急领办，正在赶来"
UNTIL = "，{day}前完成"
AT = "（{place}）"
