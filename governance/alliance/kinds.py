"""What kinds of units take part, and what they may agree on."""

from enum import StrEnum


class OrganisationKind(StrEnum):
    """What a unit is. Source: seed, 省市区机关、企业、社会组织."""

    PROVINCE = "province"
    CITY = "city"
    DISTRICT = "district"
    COMPANY = "company"
    SOCIAL = "social"
    OTHER = "other"


class AgreementKind(StrEnum):
    """What two branches agree to build together. Source: seed, 党建引领、小区治理、志愿服务."""

    PARTY_BUILDING = "party_building"
    GOVERNANCE = "governance"
    VOLUNTEERS = "volunteers"
