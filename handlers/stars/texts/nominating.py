"""What is said to who nominates somebody."""

from handlers.context import Here
from handlers.outcomes import says
from handlers.stars.outcomes.nominating import (
    ConsentStep,
    Lacks,
    MyNominations,
    Nominated,
    NominationLacks,
    NominationPictureKept,
    NominationRefused,
    NomineeCalledHow,
    NomineeCorrected,
    NomineeStays,
    NoNominationForPicture,
    NotNominated,
    WhichNominee,
)
from handlers.stars.texts import AWARD_STATE, KIND, month_said

NOMINATE_HOW = "您想推荐谁？请说姓名、住哪栋楼、做了什么好事，例如：张三 3幢 每天帮独居老人取奶"
NOMINATE_WHO = "推荐的是谁？请回复姓名和楼栋，例如：张三 3幢"
NOMINATE_WHY = "{name}做了什么好事？请说一两句，也请写明住哪栋楼，例如：3幢 每天帮独居老人取奶"
NOMINATE_WHERE = "{name}住哪栋楼？请回复小区和楼栋，例如：梧桐里1号院1幢"
NOMINATED = "谢谢您的推荐！已记下{kind}候选：{name}（{area}）。{screened}{late}{next}"
NEXT_ASKED = "已去征求本人同意，同意后才会公开。"
NEXT_BY_HAND = "名册里没有能联系到的{name}，请社区工作人员当面征求同意，同意后才会公开。"
NEXT_REFUSED = "本人之前表示不愿公开，社区会再听听本人的意思。"
TRIMMED = "事迹太长，只留了前 {most} 个字。"
PHOTO_AFTER = "\n有照片的话现在发来就行。"
LATE = "本月推荐已截止，计入{month}的评选。"
SCREENED = "事迹里的{kinds}已去掉，不会公开。"
REMOVED = {"phone": "电话", "id_card": "证件号", "number": "号码", "account": "联系方式", "room": "房号"}
REFUSE_SELF = "您做的好事邻居都看在眼里！评选只能由别人推荐，请邻居来推荐您吧。"
REFUSE_KIN = "家里人的好，街坊也看得见。评选不能推荐自己家人，请邻居来推荐吧。"
REFUSE_AGAIN = "您这个月已经推荐过{name}了，一人一次，不用重复。"
REFUSE_LEFT = "名册显示{name}已经不在本街道了，不能推荐。如果有误，请联系社区工作人员。"
NOMINATE_NOWHERE = "没有找到您说的这栋楼。请核对后回复小区和楼栋，例如：梧桐里1号院1幢"
SEVERAL = "叫{name}的有 {count} 位，您推荐的是哪一位？请回复编号；分不清就回复“不清楚”，由社区来认：\n{listed}"
SEVERAL_LINE = "{code}　{where}"
PHOTO_KEPT = "照片已附在推荐里（{name}），只给评议的人看。"
MY_NOMINATIONS = "您的推荐："
MY_LINE = "{month}　{kind}　{name}（{area}）　{state}"
NO_NOMINATIONS = "您还没有推荐过。推荐请说：推荐 姓名 楼栋 做了什么好事"
NOMINEE_CORRECTED = "已更正：您推荐的是{name}（原来记的是{before}）。事迹不变。"
NOMINEE_CALLED_HOW = "您推荐的{before}应该叫什么？请回复，例如：名字改成张三"
NOMINEE_STAYS = "您推荐的{name}已经进入下一步，名字请联系社区工作人员改。"
NOMINEE_OF_OTHERS = "{name}不只您一个人推荐，或名册里有这个人，名字请联系社区工作人员核对。"
NO_NOMINATION_FOR_PICTURE = "没有找到您要配照片的推荐。请先说：推荐 姓名 楼栋 做了什么好事"
NEXT = {
    ConsentStep.NOTHING: "",
    ConsentStep.ASKED: NEXT_ASKED,
    ConsentStep.BY_HAND: NEXT_BY_HAND,
    ConsentStep.REFUSED: NEXT_REFUSED,
}
REFUSE = {
    NotNominated.ONESELF: REFUSE_SELF,
    NotNominated.KIN: REFUSE_KIN,
    NotNominated.AGAIN: REFUSE_AGAIN,
    NotNominated.LEFT: REFUSE_LEFT,
}
LACKS = {
    Lacks.ALL: NOMINATE_HOW,
    Lacks.WHO: NOMINATE_WHO,
    Lacks.WHY: NOMINATE_WHY,
    Lacks.WHERE: NOMINATE_WHERE,
    Lacks.KNOWN_PLACE: NOMINATE_NOWHERE,
}


@says
def nominated(found: Nominated, here: Here) -> str:
    """Thanks, what was taken out of the reason, and what happens next."""
    kinds = "、".join(REMOVED[kind] for kind in found.removed)
    notes = SCREENED.format(kinds=kinds) if kinds else ""
    notes += TRIMMED.format(most=found.most) if found.most is not None else ""
    late = LATE.format(month=month_said(found.late)) if found.late is not None else ""
    said = NOMINATED.format(
        kind=KIND[found.kind], name=found.name, area=here.places.full_name(found.area), screened=notes, late=late,
        next=NEXT[found.consent].format(name=found.name),
    )  # fmt: skip
    return said + (PHOTO_AFTER if found.picture else "")


@says
def refused(found: NominationRefused, _here: Here) -> str:
    """Why not, kindly."""
    return REFUSE[found.why].format(name=found.name)


@says
def lacks(found: NominationLacks, _here: Here) -> str:
    """The one question."""
    return LACKS[found.what].format(name=found.name)


@says
def which_nominee(found: WhichNominee, here: Here) -> str:
    """The people of this name, told apart by where they live and by the roster's code."""
    listed = [
        SEVERAL_LINE.format(
            code=each.code,
            where="　".join(filter(None, ["、".join(map(here.places.full_name, each.places)), each.units])),
        )
        for each in found.listed
    ]
    return SEVERAL.format(name=found.name, count=found.count, listed="\n".join(listed))


@says
def my_nominations(found: MyNominations, here: Here) -> str:
    """Each with its state."""
    lines = [
        MY_LINE.format(
            month=month_said(line.month), kind=KIND[line.kind], name=line.name, area=here.places.full_name(line.area),
            state=AWARD_STATE[line.state],
        )
        for line in found.lines
    ]  # fmt: skip
    return "\n".join([MY_NOMINATIONS, *lines]) if lines else NO_NOMINATIONS


@says
def picture_kept(found: NominationPictureKept, _here: Here) -> str:
    """It lies beside the nomination."""
    return PHOTO_KEPT.format(name=found.name)


@says
def no_nomination(_found: NoNominationForPicture, _here: Here) -> str:
    """There is nothing it could lie beside."""
    return NO_NOMINATION_FOR_PICTURE


@says
def corrected(found: NomineeCorrected, _here: Here) -> str:
    """The right name and the one that stood there."""
    return NOMINEE_CORRECTED.format(name=found.name, before=found.before)


@says
def called_how(found: NomineeCalledHow, _here: Here) -> str:
    """What is right."""
    return NOMINEE_CALLED_HOW.format(before=found.before)


@says
def stays(found: NomineeStays, _here: Here) -> str:
    """Who can still correct it."""
    if not found.name:
        return NO_NOMINATIONS
    return (NOMINEE_OF_OTHERS if found.others else NOMINEE_STAYS).format(name=found.name)
