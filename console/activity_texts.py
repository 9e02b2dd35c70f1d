"""Words of the pages of activities."""

from governance.activities.kinds import Score
from governance.activities.texts import KIND, SCORE

TITLE = "活动"
ABOUT = "讲座、参观、座谈、沙龙、大赛、业务辅导，以及志愿活动和召集。单位订的名额和个人报名一起算名额。"
NONE = "这一年还没有活动。"
YEAR = "{year} 年"
HEADS = ("编号", "时间", "类别", "名称和地点", "已报/名额", "候补", "单位", "实到", "评价")
KINDS, SCORES = KIND, SCORE
DRIVE, CALL_UP, OFF = "志愿活动", "召集", "已取消"
SCORE_COUNT = "{score} {count}"
RECORDS, RECORDS_FILE = "参加记录", "下载 {year} 年参加记录（xlsx）"
DO = {
    "open": "发起活动", "time": "加一场", "book": "给单位订名额", "back": "退单位名额", "came": "登记单位实到", 
    "stop": "取消这一场", "until": "定报名截止", "result": "记名次", "tell": "公布结果",
}  # fmt: skip
UNIT_HINT = "单位全称或编号，必填"
WHO_HINT, AWARD_HINT = "订了名额的单位或报了名的人，全名", "例如：一等奖，可不填"
ENROL_UNTIL, RESULT, RESULTS_TOLD = "报名 {until} 截止", "第 {place} 名 {name}{award}", "结果 {at} 已公布"
SPOT_HINT = "例如：将军馆，必填"
SECTIONS = {
    "do": "操作",
    "times": "场次",
    "shares": "各单位各场人数（报名/实到）",
    "thanks": "感谢名单",
    "open": "发起活动",
    "results": "名次",
}
SHARES_FILE, THANKS_FILE = "下载各单位人数（xlsx）", "下载感谢名单（xlsx）"
NO_SHARES, NO_THANKS = "还没有单位或个人报名。", "还没有人到场。"
NO_UNIT, WHOLE = "未填单位", "合计"
SHARE = "{planned}/{came}"
UNIT_BOOKED = "{unit} 订 {people} 人{came}"
CAME = "，实到 {came} 人"
THANKED, PERSON = "{unit}：{came} 人次", "{name}（{times} 次）"
UNITS, PEOPLE = "单位", "个人"
RECORD_HEADS = ("名称", "单位", "场次", "报名人次", "实到人次")
SHARE_FIELDS = ("单位", "日期", "编号", "活动", "报名", "实到")
THANKS_FIELDS = ("单位", "姓名", "到场人次")
RECORD_FIELDS = ("类别", *RECORD_HEADS)


def scores(of: dict[Score, int]) -> str:
    """好 12、一般 3."""
    return "、".join(
        SCORE_COUNT.format(score=words, count=of[score]) for score, words in SCORE.items() if of.get(score)
    )
