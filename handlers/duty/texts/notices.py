"""What others are told when something is done with shifts, and what the clock tells."""

from collections.abc import Sequence

from handlers.duty.texts.words import hours

MOVED_UP = "有人退出，您已从候补转为值班：{what}，班次号 {n}。不能来请回复：取消值班 {n}"
LEFT = "{name}已离任，排好的 {count} 个班空出来了 → 缺人的请在后台“排班”里安排"
LEFT_OPEN, LEFT_FILLED = "班次 {n}（{what}）现在缺 {missing} 人，没有候补", "班次 {n}（{what}）不缺人"
LEFT_MORE = "……还有 {count} 个班，见后台“排班”。"
LEAD_LEFT = "{station}没有站长了：{name}已离任 → 请管理员在后台“名录”的站点里另填站长"
LEAD_FREE = "班次 {n}（{what}）有人退出，现在缺 {missing} 人，没有候补。"
SWAP_REQUEST = "{who}想请您顶班：{what}，班次号 {n}。愿意请回复：{answer}"
SWAP_REQUEST_CLOSED = "不方便请回复：不同意换班 {n}"
SWAP_DONE_TOLD = "{who}已接下您的班次 {n}（{what}），您不用去了。"
SWAP_REFUSED_TOLD = "{who}不方便顶班次 {n}（{what}），还是由您值班。可以换别人：换班 {n} 给 姓名"
STOPPED_TOLD = "您的值班取消了：{what}，班次号 {n}。原因：{reason}"
ASSIGNED_TOLD = "{who}安排您值班：{what}，班次号 {n}。不能来请回复：取消值班 {n}"
TAKEN_OFF_TOLD = "{who}把您的值班撤下了：{what}，班次号 {n}，您不用去了。"
MOVED_TOLD = "{who}把您的值班从{before}改到{what}，班次号 {n}。不能来请回复：取消值班 {n}"
PLAN_READY = "{month}排班建议已排好，共 {count} 个班次。查看请回复：排班建议；同意请回复：确认排班"
PLANNED_TOLD = "给您排了值班：{what}，班次号 {n}。{why}。不能来请回复：取消值班 {n}"
WHY_WISH, WHY_NO_WISH = "合您报到时选的时间", "没有特别想来的人"
WHY_LOAD = "您本月已排 {minutes}，其他能来的人最少 {least}"
WHY_ONLY = "只有您能来"
WHY_MOVED = "{who}手动调整"
REMIND_EVENING = "明天值班提醒：{what}，班次号 {n}。不能来请尽快找人顶：换班 {n}"
REMIND_SOON = "值班快开始了：{what}。到岗请扫站点二维码或发位置打卡。"
REMIND_TODAY = "今天值班提醒：{what}，班次号 {n}。"
NOT_THERE_YET = "{who}还没有到岗打卡：{what}，班次号 {n}。"
NO_SHOW_LEAD = "{who}没有到岗：{what}，班次号 {n}，已记缺勤。情况不符请更正：更正工时 {n} 姓名 时长 原因"
NO_SHOW_SELF = "您没有到岗打卡：{what}，已记缺勤。情况不符请联系{lead}更正。"
CONFIRM_HOURS = "班次 {n}（{what}）已结束，{who}到岗但没有签退。确认全程在岗请回复：确认工时 {n}"
CAMPAIGN_NOTICE = "志愿活动：{what}，要 {goal} 人。参加请回复：报名 {n}"
CALL_UP_NOTICE = "紧急召集：{what}，要 {goal} 人，先到先得。能来请马上回复：报名 {n}"
FILLED = "召集 {n}（{what}）已招满 {goal} 人：{people}"
CORRECTED_TOLD = "您在{what}的时长已更正为 {after}，原因：{reason}"
CREDITED_TOLD = "社区给您补记服务时长 {minutes}：{reason}"
UNPATROLLED = "本周还没有巡楼的楼栋长（{count} 位）：{names}"
ALL_PATROLLED = "本周楼栋长都巡过楼了。"
PATROL_DUE = "{who}提醒您：本周还没有巡楼。巡完请回复“巡楼”加楼栋和情况，例如：巡楼 3幢 无异常"

TAP_CANCEL, TAP_SIGN_UP, TAP_SHOW_PLAN, TAP_CONFIRM_PLAN = "取消值班 {n}", "报名 {n}", "排班建议", "确认排班"
TAP_AGREE, TAP_REFUSE, TAP_TAKE_OVER = "同意换班 {n}", "不同意换班 {n}", "接班 {n}"


def why(wished: bool, minutes: int, least: int, could: int) -> str:
    """Why somebody was chosen for a shift."""
    if could == 1:
        return WHY_ONLY
    return f"{WHY_WISH if wished else WHY_NO_WISH}，{WHY_LOAD.format(minutes=hours(minutes), least=hours(least))}"


def unpatrolled(names: Sequence[str]) -> str:
    """Which building leaders have not patrolled this week."""
    return UNPATROLLED.format(count=len(names), names="、".join(names)) if names else ALL_PATROLLED
