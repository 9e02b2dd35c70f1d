"""How messages were answered lately: of few messages the slowest decides nothing."""

from prometheus_client.samples import Sample

from bot.answer_figures import AnswerFigures

BOUNDS = (0.1, 1.0, 5.0, float("inf"))


class Counted:
    def __init__(self):
        self.answers, self.lost, self.asked, self.now = [], 0, 0, 0.0

    def samples(self):
        for bound in BOUNDS:
            count = sum(seconds <= bound for seconds in self.answers)
            yield Sample("linli_answer_seconds_bucket", {"le": str(bound)}, count)
        yield Sample("linli_messages_total", {"kind": "text", "outcome": "busy"}, self.lost)
        yield Sample("linli_understood_total", {"how": "asks"}, self.asked)
        yield Sample("linli_understood_total", {"how": "sure"}, len(self.answers))


def looked(counted, figures, after=10.0):
    counted.now += after
    return figures.look()


def test_the_last_minute_decides_and_of_few_the_middle_one():
    counted = Counted()
    figures = AnswerFigures(lambda: counted.now, counted.samples)
    assert "linli_answer_p99_seconds" not in looked(counted, figures)
    counted.answers += [0.05, 0.05, 4.0]
    assert looked(counted, figures)["linli_answer_p99_seconds"] == 0.1
    counted.answers += [4.0] * 30
    assert looked(counted, figures)["linli_answer_p99_seconds"] == 5.0
    counted.answers += [9.0] * 400
    assert looked(counted, figures)["linli_answer_p99_seconds"] == 10.0
    assert "linli_answer_p99_seconds" not in looked(counted, figures, 61)


def test_what_was_lost_counts_a_minute_and_what_was_asked_an_hour():
    counted = Counted()
    figures = AnswerFigures(lambda: counted.now, counted.samples)
    looked(counted, figures)
    counted.lost, counted.asked, counted.answers = 3, 1, [0.1, 0.1, 0.1]
    found = looked(counted, figures)
    assert found["linli_messages_lost"] == 3
    assert found["linli_misunderstood_share"] == 0.25
    found = looked(counted, figures, 100)
    assert found["linli_messages_lost"] == 0
    assert found["linli_misunderstood_share"] == 0.25
