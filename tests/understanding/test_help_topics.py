import pytest

from handlers import registry
from handlers.catalogue import entries
from understanding.help_topics import HELP_NAMES, HELP_TOPICS, topic_named


@pytest.mark.parametrize("name", HELP_NAMES)
def test_a_topic_is_known_by_its_name_and_by_what_people_call_it(name):
    (topic,) = [each for each in HELP_TOPICS if each.name == name]
    assert topic_named(f"帮助{name}", freely=False) == name
    for word in topic.called:
        assert topic_named(f"{word}怎么弄", freely=True) == name
        assert topic_named(f"帮助 {word}", freely=False) is None, "to the letter only names are meant"


def test_a_sentence_about_the_computer_is_no_other_topic():
    assert topic_named("登录电脑看排班怎么弄", freely=True) == "后台"
    assert topic_named("今天吃什么", freely=True) is None


def test_every_topic_has_commands():
    assert registry
    domains = {entry.command.__module__.split(".")[1] for entry in entries()}
    assert {domain for topic in HELP_TOPICS for domain in topic.domains} <= domains
