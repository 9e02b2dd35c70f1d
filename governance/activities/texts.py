"""Chinese words of activities."""

from governance.activities.kinds import ActivityKind, Score

KIND = {
    ActivityKind.LECTURE: "讲座", ActivityKind.VISIT: "参观", ActivityKind.TALK: "座谈", ActivityKind.SALON: "沙龙",
    ActivityKind.CONTEST: "创新创业大赛", ActivityKind.COACHING: "业务辅导",
    ActivityKind.GATHERING: "活动",
}  # fmt: skip
SCORE = {Score.GOOD: "好", Score.FAIR: "一般", Score.POOR: "不好"}
