"""What is masked in a text, and what that only looks alike is left."""

import pytest

from understanding.known_names import KnownNames
from understanding.masking import masked_phone, masked_text, numbers_in


@pytest.mark.parametrize(
    ("text", "shown", "numbers"),
    [
        ("灯坏了，电话13912345678，快来", "灯坏了，电话139****5678，快来", ["13912345678"]),
        ("打139-1234-5678", "打139-****-5678", ["13912345678"]),
        ("打１３９１２３４５６７８", "打１３９****５６７８", ["13912345678"]),
        ("+86 13912345678", "+86 139****5678", ["13912345678"]),
        ("一三九一二三四五六七八", "一三九****五六七八", ["13912345678"]),
        ("座机025-84567890", "座机025-****7890", ["02584567890"]),
        ("身份证32010219900101123X", "身份证320***************", ["32010219900101123X"]),
        ("我叫秦素人，住3楼", "我叫秦**，住3楼", []),
        ("联系人：秦素人", "联系人：秦**", []),
        ("NH20261124-0007 11-24 10:00 订单20261124000712345", None, []),
        ("3楼302室，第2网格，2026年11月24日", None, []),
        ("我叫师傅来过了，请马上来", None, []),
    ],
)
def test_numbers_and_names_are_masked_and_nothing_else(text, shown, numbers):
    assert masked_text(text) == (shown or text)
    assert numbers_in(text) == numbers
    assert masked_text(masked_text(text)) == masked_text(text)


def test_names_of_the_roster_are_found_wherever_they_stand():
    names = KnownNames(["王样本", "周虚构", "试用"], public=["陈试用"])
    assert names.found_in("周虚构和王样本找陈试用，王样本先来") == ["周虚构", "王样本", "陈试用"]
    assert names.masked("陈试用说王样本在家") == "陈**说王**在家"
    assert names.masked("陈试用说王样本在家", also_public=False) == "陈试用说王**在家"
    assert KnownNames().masked("王样本") == "王样本"


def test_a_phone_number_of_any_length_keeps_its_ends():
    assert [masked_phone(phone) for phone in ("19900000005", "02584567890", None)] == ["199****0005", "025****7890", ""]
