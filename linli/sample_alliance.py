"""The demo's alliance: two pairings of the sample subdistrict, one agreement whose next milestone is ten days away."""

from datetime import date, timedelta

from governance.alliance.entries import (
    AgreementEntry,
    AllianceBook,
    BranchEntry,
    ContactEntry,
    MilestoneEntry,
    PairingEntry,
    UnitEntry,
)
from governance.alliance.kinds import AgreementKind, OrganisationKind

SCHOOL_CONTACT, GRID_SECRETARY, COMMUNITY_SECRETARY = "R00004", "R00089", "R00709"
"""Of the phones on the chat page: 周虚构, 孔模拟, 赵试写."""


def sample_book(today: date) -> AllianceBook:
    """As a workbook would say it."""
    start, end = date(today.year, 1, 1), today + timedelta(days=60)
    return AllianceBook(
        units={
            "U01": UnitEntry("U01", "示例区第1中学", OrganisationKind.DISTRICT, "A1"),
            "U02": UnitEntry("U02", "示范志愿者协会", OrganisationKind.SOCIAL, "A1"),
        },
        branches={
            "Z01": BranchEntry("Z01", "第1网格党支部", grid="G01", secretary=GRID_SECRETARY, members=("R00002", "R00003")),
            "Z02": BranchEntry("Z02", "梧桐社区党支部", community="C1", secretary=COMMUNITY_SECRETARY),
            "Z03": BranchEntry("Z03", "第1中学党支部", unit="U01", secretary=SCHOOL_CONTACT),
            "Z04": BranchEntry("Z04", "志愿者协会党支部", unit="U02"),
        },
        contacts={(SCHOOL_CONTACT, "U01"): ContactEntry(SCHOOL_CONTACT, "U01")},
        pairings={
            "J01": PairingEntry("J01", "Z01", "Z03", start),
            "J02": PairingEntry("J02", "Z02", "Z04", start),
        },
        agreements={"X01": AgreementEntry("X01", "J01", AgreementKind.VOLUNTEERS, "周末课业辅导", start, end)},
        milestones={
            "M01": MilestoneEntry("M01", "X01", "办4次课业辅导", SCHOOL_CONTACT, today + timedelta(days=10)),
            "M02": MilestoneEntry("M02", "X01", "腾出一间活动室", GRID_SECRETARY, today + timedelta(days=30)),
        },
    )  # fmt: skip
