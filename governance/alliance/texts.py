"""The Chinese words of alliances: names of kinds, headings of the workbook, and what can be wrong in it."""

from governance.alliance.kinds import AgreementKind, OrganisationKind

ORGANISATION_KIND = {
    OrganisationKind.PROVINCE: "省级机关",
    OrganisationKind.CITY: "市级机关",
    OrganisationKind.DISTRICT: "区级机关",
    OrganisationKind.COMPANY: "企业",
    OrganisationKind.SOCIAL: "社会组织",
    OrganisationKind.OTHER: "其他",
}
AGREEMENT_KIND = {
    AgreementKind.PARTY_BUILDING: "党建引领",
    AgreementKind.GOVERNANCE: "小区治理",
    AgreementKind.VOLUNTEERS: "志愿服务",
}
SHEET = {
    "units": "单位", "branches": "支部", "contacts": "联络员", "pairings": "结对", "agreements": "协议", "milestones": "节点",
}  # fmt: skip
DOUBLED_BRANCH = "支部“{value}”与第 {row} 行重名，同一个支部请只写一行"
DOUBLED_UNIT = "单位“{value}”与第 {row} 行重名，同一个单位请只写一行"
DOUBLED_CONTACT = "与第 {row} 行是同一个联络员"
DOUBLED_PAIR = "这两个支部第 {row} 行已经结对"
WITH_ITSELF = "支部不能和自己结对"
ONE_HOME = "“单位”“社区”“网格”三栏要填一栏，也只能填一栏"
NOT_AN_AREA = "“{value}”是{kind}，这里要填片区或社区"
BRANCH_GONE = "支部“{value}”已经撤销或退出，不能结对；请改选别的支部，或先在支部表里恢复"
ENDS_BEFORE_IT_STARTS = "终止日早于起始日，协议还没开始就结束了"
OUTSIDE_THE_TERM = "到期日不在协议的起止日期（{start} 至 {end}）之内"
