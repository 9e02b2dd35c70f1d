"""What is said about one's own data."""

from governance.privacy import InformationNotice
from governance.rules import Rules
from handlers.context import Here
from handlers.outcomes import says
from handlers.privacy.commands import DataField
from handlers.privacy.outcomes import (
    CopyReady,
    CorrectHow,
    CorrectionAsked,
    DeletionAsked,
    DeletionTakenBack,
    ErasureOrdered,
    MyData,
    NoDeletionAsked,
    NoSuchRequest,
    NoSuchSubject,
    NotCorrected,
    PersonCorrected,
    PrivacyAgreed,
    PrivacyText,
    ReallyDelete,
    ReasonWanted,
    RequestDecided,
    SureWanted,
    WhyNotCorrected,
)
from handlers.texts.work import moment

FIELD = {DataField.NAME: "姓名", DataField.PHONE: "电话", DataField.UNIT: "单位"}
ASK_AGAIN: dict[DataField | None, str] = {None: "", **{field: f"{words} " for field, words in FIELD.items()}}
COUNTED = {
    "tickets": "上报 {count} 件",
    "attachments": "照片、语音、位置 {count} 个",
    "messages": "消息记录 {count} 条",
    "notices": "推送 {count} 条",
    "ratings": "评价 {count} 条",
    "check_ins": "打卡 {count} 次",
    "sign_ups": "值班报名 {count} 次",
    "service_hours": "服务时长 {count} 笔",
    "duty_records": "调解和维修记录 {count} 条",
    "nominations": "推荐 {count} 条",
    "needs": "提的需求 {count} 条",
    "resources": "代单位提供的资源 {count} 条",
    "project_steps": "代单位说的项目进展 {count} 条",
    "objections": "异议 {count} 条",
    "evaluation_objections": "对评议的异议 {count} 条",
    "star_awards": "评选 {count} 次",
    "council_topics": "议题 {count} 个",
    "topic_supports": "支持议题 {count} 次",
    "meetings": "议事会会议 {count} 次",
    "surveys": "征求意见 {count} 次",
}
KNOWN, ANONYMOUS = "姓名 {name}，电话 {phone}", "没有登记姓名和电话"
HOME, NO_HOME = "住址：{place}", "住址：没有登记"
NOTHING_MORE = "没有别的记录"
MY_DATA = (
    "这里保存的您的资料：\n{who}\n{home}\n{counts}\n"
    "要一份：回复“导出我的资料”\n改正：住址说“我住…”，电话、姓名说“更正资料 电话 …”\n删除：回复“删除我的资料”\n"
    "保存多久、做什么用：回复“隐私说明”{agreed}"
)
AGREED_TO = "\n您同意过的隐私说明版本：{version}"
TO_BE_ERASED = "\n您申请了删除，最迟 {at} 前办理；反悔请回复“取消删除资料”"
COPY_READY = "您的资料在这里，{until} 前可以下载，链接只给您自己，请不要转发：\n{url}"
CORRECT_HOW = "请写明改哪一项、改成什么，例如：更正资料 电话 19900000001。可以改电话、姓名、单位；住址直接说“我住…”。"
CORRECT_INTO = "{field}改成什么？请直接写出来。"
WHY_NOT = {
    WhyNotCorrected.NOT_BOUND: "您没有绑定身份，没有登记姓名和电话。住址直接说“我住…”；上报的内容说错了，直接说正确的就改。",
    WhyNotCorrected.NO_PHONE: "这不像电话号码，请写完整的号码，例如：更正资料 电话 19900000001。",
    WhyNotCorrected.NO_NAME: "这不像姓名，请只写姓名，例如：更正资料 姓名 王样本。",
    WhyNotCorrected.TOO_LONG: "太长了，请写短一些。",
    WhyNotCorrected.NOBODY: "名册里没有这个编号的在岗人员。",
}
CORRECTION_ASKED = "已登记：更正{field}。最迟 {due} 前办好，或者告诉您为什么不能改。"
REALLY = "删除后，您的姓名、电话、微信、上报的文字和照片都会抹去，只留件数，不能恢复。"
OPEN_TOO = (
    "您还有 {count} 件没办完（{numbers}），内容也会一起抹去，师傅就看不到要修什么了；想等办完再删，过后再说也行。"
)
SERVES_HERE = "您现在有岗位，要先由街道办理交接，再删除。"
SAY_SO = "确定删除，请回复：确认删除我的资料"
DELETION_BY_CLOCK = "已登记，{at} 自动删除，在那以前反悔请回复“取消删除资料”。想留一份，请先回复“导出我的资料”。"
DELETION_BY_OFFICE = "已登记，您有岗位，由街道工作人员办理交接后删除，最迟 {due} 前答复您。反悔请回复“取消删除资料”。"
TAKEN_BACK, NOTHING_ASKED = "好的，不删除，您的资料都还在。", "您没有申请过删除，没有什么要取消的。"
NOTICE = (
    "{name}个人信息处理说明（版本 {version}）\n"
    "我们为办理您的上报、值班和评选处理这些信息：微信编号；您说的话、发的照片、语音、位置；您登记的住址；"
    "在岗人员和志愿者的姓名、电话（加密保存）。只给办理的人看，列表里遮住姓名和电话，每次看全都留记录；不卖、不给别人做广告。\n"
    "保存多久：消息记录 {messages} 天，推送 {pushes} 天，办结后的文字 {reports} 天、照片 {pictures} 天，调解记录 {records} 天，"
    "推荐和异议 {nominations} 天，离任人员 {left} 天，审计记录 {audit} 天；到期自动删除，只留件数。\n"
    "您可以：我的资料（查看）、导出我的资料、更正资料、删除我的资料，一天内办好。不提供住址、照片也能上报。\n"
    "联系：{contact}\n知道了并同意，请回复：同意隐私说明"
)
AGREED, AGREED_BEFORE = "谢谢，已记下您同意的版本：{version}。", "您同意过这个版本（{version}），不用再说。"
CORRECTION_WAITS = "有人申请更正资料，请在一天内办理：{url}"
ERASURE_WAITS = "有在岗人员申请删除资料，请办理交接，一天内答复：{url}"
GRANTED = {"correct": "您申请更正的资料已经改好。", "erase": "您申请的删除已批准，几分钟内删除。"}
NOT_GRANTED = {"correct": "您申请更正的资料没有改，原因：{reason}", "erase": "您申请的删除没有办，原因：{reason}"}
DECIDED = {True: "已照办。", False: "已答复本人不办。"}
ERASING_SOON = "已批准，几分钟内自动删除。"
NO_REQUEST = "这个申请已经办过，或本人已经取消。"
REASON_WANTED = "不办要写明原因，会告诉本人。"
PERSON_CORRECTED = "已更正 {code} {name} 的{field}。名册表格里也请改，不然下次导入会改回去。"
ERASURE_ORDERED = "已登记删除 {who}，几分钟内自动办理。"
NO_SUBJECT = "没有找到 {who}：请写人员编号，或本人上报的完整工单编号。"
SURE_WANTED = "删除后不能恢复，请勾选确认。"


def notice_text(notice: InformationNotice, rules: Rules) -> str:
    """The information notice in force, with the figures of the rules."""
    return NOTICE.format(
        name=notice.name, contact=notice.contact, version=notice.version, messages=rules.keep_messages_days,
        pushes=rules.keep_pushes_days, reports=rules.keep_reports_days, pictures=rules.keep_pictures_days,
        records=rules.keep_records_days, nominations=rules.keep_nominations_days, left=rules.keep_left_days,
        audit=rules.audit_days,
    )  # fmt: skip


@says
def my_data(found: MyData, here: Here) -> str:
    """All of it in counts, and what may be asked."""
    who = ANONYMOUS if found.name is None else KNOWN.format(name=found.name, phone=found.phone)
    home = NO_HOME if found.home is None else HOME.format(place=here.places.full_name(found.home))
    counts = [words.format(count=found.counts[name]) for name, words in COUNTED.items() if found.counts.get(name)]
    agreed = "" if found.agreed is None else AGREED_TO.format(version=found.agreed)
    if found.erased_by is not None:
        agreed += TO_BE_ERASED.format(at=moment(found.erased_by, here.config.zone, here.now))
    return MY_DATA.format(who=who, home=home, counts="，".join(counts) or NOTHING_MORE, agreed=agreed)


@says
def copy_ready(found: CopyReady, here: Here) -> str:
    """Where, and until when."""
    return COPY_READY.format(url=found.url, until=moment(found.until, here.config.zone, here.now))


@says
def correct_how(found: CorrectHow, _here: Here) -> str:
    """What is still to be said."""
    return CORRECT_HOW if found.field is None else CORRECT_INTO.format(field=FIELD[found.field])


@says
def not_corrected(found: NotCorrected, _here: Here) -> str:
    """Why, and what would do."""
    return WHY_NOT[found.why]


@says
def correction_asked(found: CorrectionAsked, here: Here) -> str:
    """By when."""
    return CORRECTION_ASKED.format(field=FIELD[found.field], due=moment(found.due, here.config.zone, here.now))


@says
def really_delete(found: ReallyDelete, _here: Here) -> str:
    """What is lost, and the words that do it."""
    still = OPEN_TOO.format(count=len(found.open_reports), numbers="、".join(found.open_reports[:3]))
    lines = [REALLY, still if found.open_reports else "", SERVES_HERE if found.serves else "", SAY_SO]
    return "\n".join(filter(None, lines))


@says
def deletion_asked(found: DeletionAsked, here: Here) -> str:
    """When, and how to take it back."""
    if found.at is None:
        return DELETION_BY_OFFICE.format(due=moment(found.due, here.config.zone, here.now))
    return DELETION_BY_CLOCK.format(at=moment(found.at, here.config.zone, here.now))


@says
def deletion_taken_back(_found: DeletionTakenBack, _here: Here) -> str:
    """All is still there."""
    return TAKEN_BACK


@says
def no_deletion_asked(_found: NoDeletionAsked, _here: Here) -> str:
    """Nothing to take back."""
    return NOTHING_ASKED


@says
def privacy_text(_found: PrivacyText, here: Here) -> str:
    """The notice."""
    return notice_text(here.config.privacy, here.config.rules)


@says
def privacy_agreed(found: PrivacyAgreed, _here: Here) -> str:
    """To which version."""
    return (AGREED if found.new else AGREED_BEFORE).format(version=found.version)


@says
def request_decided(found: RequestDecided, _here: Here) -> str:
    """What happens now."""
    return ERASING_SOON if found.agreed and found.kind == "erase" else DECIDED[found.agreed]


@says
def no_such_request(_found: NoSuchRequest, _here: Here) -> str:
    """It is over."""
    return NO_REQUEST


@says
def reason_wanted(_found: ReasonWanted, _here: Here) -> str:
    """Why not?"""
    return REASON_WANTED


@says
def person_corrected(found: PersonCorrected, _here: Here) -> str:
    """And what to do besides."""
    return PERSON_CORRECTED.format(code=found.code, name=found.name, field=FIELD[found.field])


@says
def erasure_ordered(found: ErasureOrdered, _here: Here) -> str:
    """Of whom."""
    return ERASURE_ORDERED.format(who=found.who)


@says
def no_such_subject(found: NoSuchSubject, _here: Here) -> str:
    """How to name them."""
    return NO_SUBJECT.format(who=found.who)


@says
def sure_wanted(_found: SureWanted, _here: Here) -> str:
    """The tick."""
    return SURE_WANTED
