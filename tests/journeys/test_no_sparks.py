"""Whoever has reported gas and asks if they may switch on or light something is told no, before anything else."""

import pytest

GAS = "梧桐里1号院05幢楼道里有煤气味"


@pytest.fixture
def resident(chat):
    return chat.person("李阿姨")


@pytest.mark.parametrize(
    "asked",
    [
        "我进去开灯看一眼行不行",
        "那我能不能开排风扇吹一吹？",
        "饭烧了一半，可以点火接着烧吗",
        "要不要把厨房灯按亮看一下",
    ],
)
def test_no_sparks_while_the_gas_is_not_known_to_be_gone(chat, resident, asked):
    resident.says(GAS)
    chat.work()
    told = resident.says(asked)
    assert told.startswith("现在不要")
    assert "开关" in told
    assert "119" in told
    assert "0001" in told


def test_who_has_reported_no_gas_is_not_told_of_any(chat, resident):
    resident.says("梧桐里1号院05幢楼道灯不亮")
    chat.work()
    assert "燃气" not in resident.says("我能不能开灯试试")


def test_a_report_that_was_taken_back_forbids_nothing(chat, resident):
    resident.says(GAS)
    resident.says("撤回")
    assert "现在不要" not in resident.says("我进去开灯看一眼行不行")
