"""Words of the pages of councils."""

from governance.councils.meetings import MeetingState
from governance.councils.watching import ResolutionState
from handlers.councils.meeting_texts import KIND, SHARE

TITLE = "议事会"
ABOUT = "召开会议、定议程、签到、表决、写纪要和决议。决议到期前提醒、到期当天没办好会告诉责任人和书记；办好或公开说明才算完。"
PUBLIC = "公开的决议页"
SECTIONS = {
    "calendar": "会议安排", "topics": "议题", "councils": "各议事会", "resolutions": "决议", "agenda": "议程",
    "offered": "可以列入的议题", "tickets": "已提交议事的工单", "seats": "到会", "notes": "讨论记录", "votes": "表决",
    "minutes": "纪要", "do": "操作",
}  # fmt: skip
MEETING_HEADS = ("会议", "时间", "地点", "议事会", "情况")
TOPIC_HEADS = ("议题", "内容", "支持", "议事会", "")
RESOLUTION_HEADS = ("决议", "内容", "责任人", "期限", "情况", "")
STATE = {MeetingState.CALLED: "已通知", MeetingState.CLOSED: "已散会", MeetingState.CANCELLED: "已取消"}
RESOLUTION_STATE = {
    ResolutionState.OPEN: "办理中", ResolutionState.DONE: "已办好", ResolutionState.EXPLAINED: "已公开说明",
}  # fmt: skip
WORD_KIND = KIND
SHARE_SAID = SHARE
NONE = {
    "meetings": "最近没有会议。", "topics": "没有等着商议的议题。", "resolutions": "还没有决议。", "agenda": "议程还没有定。",
    "notes": "还没有记录。", "votes": "还没有表决。", "minutes": "还没有纪要。",
}  # fmt: skip
LATE, ANSWER = "已超期", {True: "参加", False: "请假", None: "没有答复"}
CAME, BY_OFFICE = "已到", "（代记）"
FACTS = {"when": "时间", "room": "地点", "code": "签到码", "there": "到会", "due": "纪要最迟发出", "state": "情况"}
THERE = "{there} / {members} 人，到会满 {needed} 人就可以表决"
SECRET, OPEN_VOTE, RUNNING = "不记名", "记名", "正在投，已投 {voted} 人"
CODE_PAGE, SCAN, OR_SAY = (
    "签到二维码（可打印）",
    "微信扫一扫签到，旁听的也请扫",
    "扫不了的，在公众号里回复：议事会签到 {code}",
)
NO_PICTURE, GUESTS = "现在生成不了二维码，请用四位签到码，过会儿再刷新。", "，旁听 {guests} 人"
BY_ALL = "居民表决（意见{n}）"
COUNTED = "同意 {yes}，反对 {no}，弃权 {abstain}，到会 {there}：{result}"
VERSION, APPROVED, NOT_APPROVED = "第 {version} 版", "{who} 审定", "等待审定"
MEMBERS, NO_MEMBERS = "成员：{names}", "还没有成员（名册里的“议事会成员”岗位，或在这里增补）"
DO = {
    "call": "召开会议", "name": "增补成员", "dismiss": "移出成员", "drop": "不采纳", "put_on": "列入议程",
    "put_ticket": "列入议程", "present": "代记到会", "note": "记下来", "open_vote": "发起表决", "close_vote": "结束表决",
    "ask_all": "发起居民表决",
    "resolve": "写决议", "report": "报进展", "explain": "公开说明", "pool": "转为认领项目", "close": "散会",
    "write": "写纪要（自动带上议程、到会、讨论、表决、决议）",
    "approve": "审定并发出", "cancel": "取消会议",
}  # fmt: skip
HINTS = {
    "text": "什么内容", "topic": "议题号，可不填", "due": "哪天前", "when": "什么时候", 
    "more": "补充的话，可不填", "whom": "姓名或编号",
    "share_of_all": "不选就是投票的过半数", "share": "不选就是到会过半数",
}  # fmt: skip
OWN_MINUTES = "是您写的，请到会成员或别的负责人审定，审定后马上发出。"
