"""Which table holds what of whom, and how long: a line a table, so that none is forgotten (a test holds it to the models)."""

from collections.abc import Callable
from dataclasses import dataclass

from sqlalchemy import Table

from governance.rules import Rules
from storage.columns import Encrypted
from storage.models import Base

Keep = Callable[[Rules], str]


def _days(name: str) -> Keep:
    return lambda rules: f"{getattr(rules, name)} 天"


def _said(words: str) -> Keep:
    return lambda _rules: words


_WITH_PERSON, _COUNTED, _SHORT, _NONE = (
    _said("在册期间；本人注销或离任到期后抹去"),
    _said("长期（只有代号和数字，注销后不指向任何人）"),
    _said("办完即弃，最多几天"),
    _said("不含个人信息"),
)
_REPORT, _PICTURE = _days("keep_reports_days"), _days("keep_pictures_days")


@dataclass(frozen=True)
class Holding:
    """What a table is for, its columns with personal data, and how long these are kept."""

    purpose: str
    personal: tuple[str, ...]
    keep: Keep


HOLDINGS: dict[str, Holding] = {
    "accounts": Holding(
        "居民和工作人员用哪个微信找我们", ("openid", "place_id", "household"), _days("keep_silent_days")
    ),
    "people": Holding(
        "在岗人员和志愿者名册",
        ("name", "phone", "unit", "wecom_id", "name_digest", "bind_digest", "phone_digest"),
        _WITH_PERSON,
    ),
    "posts": Holding("谁在哪里任什么岗位", ("person_id",), _WITH_PERSON),
    "map_consents": Holding("同意在后台地图上显示最近一次打卡", ("person_id",), _WITH_PERSON),
    "leaves": Holding("请假和代岗", ("person_id", "stand_in_id"), _WITH_PERSON),
    "invitations": Holding("绑定微信的邀请码（只存摘要）", ("person_id",), _WITH_PERSON),
    "bind_attempts": Holding("绑定失败次数，防冒名", ("account_id", "name_digest"), _WITH_PERSON),
    "inbound": Holding("收到的消息的编号和回复，防重复", ("account_id", "reply"), _days("keep_messages_days")),
    "nonces": Holding("防重放的随机数", (), _SHORT),
    "outbox": Holding("发给居民和工作人员的推送", ("account_id", "text"), _days("keep_pushes_days")),
    "dialogues": Holding("正在问的一句话", ("account_id", "data"), _SHORT),
    "tickets": Holding("上报和办理", ("account_id", "text", "summary", "place_text", "lat", "lon"), _REPORT),
    "ticket_events": Holding("办理经过", ("account_id", "person_id", "note"), _REPORT),
    "mentions": Holding("上报里提到谁、哪个号码（只存摘要），查找用", ("digest",), _REPORT),
    "ticket_days": Holding("编号用到第几号", (), _NONE),
    "events": Holding("一件事多户上报的事件", ("lead_person_id", "confirmed_by"), _COUNTED),
    "event_reports": Holding("哪件上报属于哪个事件", ("account_id",), _COUNTED),
    "event_log": Holding("事件经过", ("person_id", "note"), _COUNTED),
    "event_words": Holding("对一个事件全体上报人的答复", ("person_id",), _COUNTED),
    "deadlines": Holding("办理时限", (), _NONE),
    "extensions": Holding("延期申请", ("asked_by",), _COUNTED),
    "ratings": Holding("满意度评价", ("account_id", "note"), _REPORT),
    "attachments": Holding(
        "照片、语音、视频、位置，照片的摘要和拍摄时间",
        ("account_id", "sha256", "transcript", "lat", "lon", "came_as", "fingerprint", "taken_at"),
        _PICTURE,
    ),
    "picture_marks": Holding("照片的特征，查是不是和以前同一张", ("mark",), _PICTURE),
    "emergency_draws": Holding("应急包支出", ("drawn_by", "crew_id"), _COUNTED),
    "places": Holding("小区、楼栋、站点", (), _NONE),
    "grids": Holding("网格", (), _NONE),
    "grid_places": Holding("网格管哪些楼", (), _NONE),
    "place_outlines": Holding("地点在地图上的轮廓", (), _NONE),
    "roster_state": Holding("名册版本号", (), _NONE),
    "stations": Holding("值班站点", ("lead_id",), _WITH_PERSON),
    "shift_patterns": Holding("每周排班", (), _NONE),
    "shifts": Holding("班次", (), _NONE),
    "sign_ups": Holding("报名和到岗", ("person_id", "distance_m"), _COUNTED),
    "swaps": Holding("换班", ("to_person_id", "taken_by"), _COUNTED),
    "campaigns": Holding("活动和召集", ("opened_by",), _COUNTED),
    "unit_bookings": Holding("单位给活动订的名额和实到人数", ("booked_by",), _COUNTED),
    "activity_feedback": Holding("到场的人对活动的评价", ("person_id",), _COUNTED),
    "unit_tickets": Holding("工单是哪家单位的诉求", (), _NONE),
    "meeting_guests": Holding("会议旁听的人数（只存不可还原的记号）", ("mark",), _COUNTED),
    "contest_results": Holding("比赛的名次", ("person_id", "by_id"), _COUNTED),
    "enrolments": Holding("在职党员报到", ("person_id", "unit", "skills"), _WITH_PERSON),
    "qualifications": Holding("服务资格", ("person_id",), _WITH_PERSON),
    "check_ins": Holding("打卡和巡楼", ("person_id", "distance_m", "note"), _COUNTED),
    "service_hours": Holding("服务时长账", ("person_id",), _COUNTED),
    "certificates": Holding("服务证明（只存摘要）", ("person_id",), _COUNTED),
    "feeds": Holding("值班日历地址（只存摘要）", ("person_id",), _WITH_PERSON),
    "duty_records": Holding(
        "调解和维修记录", ("person_id", "parties", "matter", "outcome"), _days("keep_records_days")
    ),
    "households": Holding(
        "走访过、不要走访、重点走访的住户",
        ("room", "digest", "key_reason", "key_by"),
        _said("在册期间；取消重点走访时原因即删除"),
    ),
    "planned_visits": Holding(
        "每月走访计划", ("household_id", "cadre_id", "liaison_id", "officer_id", "contact_id"), _COUNTED
    ),
    "visits": Holding("走访记录", ("household_id", "person_id", "note"), _days("keep_records_days")),
    "yard_problems": Holding("院落季度难题，谁负责", ("owner_id", "set_by", "note"), _COUNTED),
    "year_looks": Holding("年度回头看：问了哪件事", (), _NONE),
    "year_words": Holding("年度回头看：居民的回话", ("account_id",), _days("keep_silent_days")),
    "yard_words": Holding("居民对难题解决没有的回话", ("account_id",), _days("keep_silent_days")),
    "case_ballots": Holding("年度案例的投票", ("opened_by",), _COUNTED),
    "year_cases": Holding("年度案例", ("proposed_by",), _COUNTED),
    "case_votes": Holding("案例投票（无记名，只存摘要）", ("voter", "mark"), _said("长期，无法反推姓名")),
    "case_scores": Holding("评委给案例打的分", ("person_id",), _COUNTED),
    "evaluation_rounds": Holding("单位和结对的年度评议", ("opened_by",), _COUNTED),
    "evaluation_entries": Holding("评议的单位、结对、项目和总分", (), _NONE),
    "evaluation_facts": Holding("评议依据的事实（不写人名）", (), _NONE),
    "evaluation_objections": Holding(
        "对评议的异议，保密", ("account_id", "settled_by", "text", "note"), _days("keep_nominations_days")
    ),
    "community_brands": Holding("一居一品", ("written_by",), _COUNTED),
    "things": Holding("设施台账", ("keeper_person_id", "keeper"), _said("设施在用期间；管护说明加密")),
    "thing_inspections": Holding("设施检查", ("done_by", "note"), _COUNTED),
    "thing_pairs": Holding("认定不重复的设施", ("said_by",), _COUNTED),
    "organisation_risks": Holding("单位、店铺的风险和检查日期", ("looked_by",), _COUNTED),
    "star_rounds": Holding("美善之星每月一轮", ("changed_by",), _COUNTED),
    "star_awards": Holding(
        "候选和得奖", ("person_id", "name", "public_name", "deeds", "facts"), _said("本人撤回同意或注销即抹去")
    ),
    "nominations": Holding("推荐", ("account_id", "household", "reason"), _days("keep_nominations_days")),
    "objections": Holding("异议，保密", ("account_id", "text", "note"), _days("keep_nominations_days")),
    "area_notices": Holding("停水停电等通知", ("by_id", "approved_by_id"), _COUNTED),
    "area_notice_words": Holding("通知的各次内容，发到哪里", (), _NONE),
    "area_notice_recipients": Holding("通知发给了谁", ("account_id",), _days("keep_pushes_days")),
    "articles": Holding("推文", ("by_id", "edited_by_id", "approved_by_id"), _COUNTED),
    "shown_photos": Holding("照片墙：哪件办结事的前后照片可以给人看", ("by_id",), _COUNTED),
    "councils": Holding("议事会、联席会、委员会", (), _NONE),
    "council_members": Holding("议事会增补的成员", ("person_id", "named_by"), _WITH_PERSON),
    "council_topics": Holding("议题（姓名、号码已隐去）", ("account_id",), _COUNTED),
    "topic_supports": Holding("谁支持哪个议题，一人一次", ("account_id", "person_id"), _COUNTED),
    "council_meetings": Holding("会议", ("called_by",), _COUNTED),
    "meeting_members": Holding("会议邀请、请假和到会", ("person_id", "reason"), _COUNTED),
    "meeting_topics": Holding("会议议程", (), _NONE),
    "meeting_notes": Holding("会议讨论记录", ("person_id", "text"), _COUNTED),
    "meeting_minutes": Holding("会议纪要各版", ("written_by", "approved_by", "text"), _COUNTED),
    "council_votes": Holding("表决和票数；不记名的票不分先后、不带姓名", ("opened_by",), _COUNTED),
    "vote_voters": Holding("谁投过票（记名表决才记投了什么）", ("person_id", "choice"), _COUNTED),
    "resolutions": Holding("决议、责任人、期限", ("owner_id", "written_by", "text"), _COUNTED),
    "resolution_words": Holding("决议进展", ("person_id", "text"), _COUNTED),
    "surveys": Holding("征求意见，问了什么、做了什么", ("by_id",), _COUNTED),
    "survey_questions": Holding("征求意见的问题", (), _NONE),
    "survey_people": Holding("问了谁、谁答过（不含答了什么）", ("account_id", "person_id"), _COUNTED),
    "survey_answers": Holding("实名征求意见的答复", ("asked_id", "text"), _COUNTED),
    "survey_boxes": Holding("匿名征求意见的答复，不带姓名、时间、先后", ("held",), _COUNTED),
    "announcements": Holding("发布情况", (), _NONE),
    "organisations": Holding("共建单位", (), _NONE),
    "branches": Holding("党支部和书记", ("secretary_id",), _WITH_PERSON),
    "branch_members": Holding("网格党支部的党员", ("person_id",), _WITH_PERSON),
    "organisation_contacts": Holding("谁是哪个单位的联络员", ("person_id",), _WITH_PERSON),
    "pairings": Holding("红心结结对", (), _NONE),
    "lectures": Holding("上过的党课", ("teacher", "person_id"), _COUNTED),
    "agreements": Holding("共建协议", (), _NONE),
    "milestones": Holding("共建协议的节点", ("owner_id", "proved_by", "proof"), _COUNTED),
    "milestone_pictures": Holding("证明节点完成的照片", (), _NONE),
    "projects": Holding("认领的项目（名称不写人）", ("opened_by",), _COUNTED),
    "project_claims": Holding("哪家单位认领了哪个项目", ("person_id",), _COUNTED),
    "project_milestones": Holding("项目分几步、每步哪天前完成", ("title",), _COUNTED),
    "project_steps": Holding("项目的进展和验收", ("person_id", "note"), _REPORT),
    "project_pictures": Holding("项目进展的照片", (), _NONE),
    "project_thanks": Holding("谁感谢过哪个项目", ("account_id",), _COUNTED),
    "resources": Holding("单位能提供什么", ("person_id", "text"), _REPORT),
    "needs": Holding("社区和居民需要什么", ("account_id", "person_id", "text"), _REPORT),
    "take_on_calls": Holding("应急领办喊人", ("called_by", "taken_by", "note"), _REPORT),
    "job_runs": Holding("定时任务做到哪一期", (), _NONE),
    "job_failures": Holding("出错的定时任务", (), _NONE),
    "beats": Holding("各程序最近一次的动静和机器的指标", (), _SHORT),
    "alarm_faults": Holding("正在发生的系统故障", (), _NONE),
    "known_answers": Holding("问答库", (), _NONE),
    "own_settings": Holding("后台改过的规则、类别和通知模板", ("by_id",), _COUNTED),
    "hotline_orders": Holding("12345 工单", ("caller",), _REPORT),
    "connectors": Holding("接上的平台：地址和签名密钥（加密）", ("secret",), _NONE),
    "connector_items": Holding("其他平台来的记录，办完即清空内容", ("payload", "settled_by"), _REPORT),
    "connector_links": Holding("对方编号和我们编号的对应", (), _NONE),
    "connector_out": Holding("要告诉其他平台的，送到即清空内容", ("payload",), _REPORT),
    "connector_mailboxes": Holding("对接邮箱：地址和密码（加密）", ("user", "secret", "allowed"), _NONE),
    "connector_files": Holding("邮箱收到哪些文件、收下没有", (), _NONE),
    "connector_subjects": Holding(
        "其他平台说的人、地点、设施和支部，等人合并",
        ("said", "name_digest", "phone_digest", "decided_by"),
        _days("keep_pushes_days"),
    ),
    "connector_apart": Holding("谁说过哪两条不是同一个", ("by_id",), _COUNTED),
    "field_sources": Holding("合并后每一项以谁为准、何时起", (), _NONE),
    "appointments": Holding("政务服务的预约，前一天提醒本人", ("person_id", "matter"), _days("keep_pushes_days")),
    "case_lookups": Holding("居民查办件的提问", ("account_id", "number"), _days("keep_pushes_days")),
    "api_keys": Holding("其他系统的密钥（只存摘要）", (), _NONE),
    "wall_keys": Holding("大屏的密钥（只存摘要）", ("by_id",), _COUNTED),
    "staff_logins": Holding("后台密码（只存哈希）和动态码", ("person_id", "totp_secret"), _WITH_PERSON),
    "board_views": Holding("工单页存的视图，搜索词可能有姓名", ("person_id", "asked"), _said("本人删除或注销为止")),
    "board_wishes": Holding("工单页显示哪些列、要不要提醒", ("person_id",), _said("注销为止")),
    "console_sessions": Holding("后台登录（只存摘要）", ("person_id",), _said("结束后 7 天")),
    "audit": Holding("审计", ("actor", "whose", "address"), _days("audit_days")),
    "audit_chain": Holding("审计校验链的头", (), _NONE),
    "data_requests": Holding("本人对资料的申请", ("account_id", "person_id", "value"), _said("办完即抹去内容")),
    "erasures": Holding("注销过的人（只存摘要），恢复备份时照样注销", ("subjects",), _said("长期，无法反推姓名")),
    "data_copies": Holding("本人下载资料的链接（只存摘要）", ("account_id",), _said("1 天")),
    "notices_shown": Holding("看过、同意过哪一版隐私说明", ("account_id",), _WITH_PERSON),
}


@dataclass(frozen=True)
class Line:
    """A table as it stands in the inventory."""

    table: str
    purpose: str
    personal: tuple[str, ...]
    encrypted: tuple[str, ...]
    keep: str


def inventory(rules: Rules) -> list[Line]:
    """A line a table of the models; KeyError for a table of which nothing is said."""
    return [_line(table, rules) for table in sorted(Base.metadata.tables.values(), key=lambda each: each.name)]


def _line(table: Table, rules: Rules) -> Line:
    holding = HOLDINGS[table.name]
    encrypted = tuple(column.name for column in table.columns if isinstance(column.type, Encrypted))
    return Line(table.name, holding.purpose, holding.personal, encrypted, holding.keep(rules))
