"""The page on which somebody who was asked answers a survey: it works without a script, and nothing that was typed is lost."""

from html import escape

from flask import Blueprint, Response, abort, request

from bot import survey_texts as words
from bot.pages import HEADERS, POLICY, PublicPages, page
from bot.parameters import takes
from bot.parameters import words as text_field
from governance.surveys.answers import LONGEST_ANSWER
from governance.surveys.kinds import MOST_QUESTIONS, Form
from handlers.surveys.by_page import AnswerPage, PageQuestion, Standing, shown_on_page, taken_on_page

MOST_TYPED = 2000
_POLICY = {"Content-Security-Policy": POLICY.replace("form-action 'none'", "form-action 'self'")}
_FIELDS = [text_field(f"q{at}", f"第 {at} 题", MOST_TYPED, many=True) for at in range(1, MOST_QUESTIONS + 1)]
_STATUS = {Standing.WRONG: 422, Standing.EMPTY: 422, Standing.LATE: 409, Standing.MOVED: 409}


def answer_page(pages: PublicPages) -> Blueprint:
    """Opened, and sent; an address that nobody was given is 404 without a word."""
    blueprint = Blueprint("survey_answers", __name__)

    @blueprint.get("/surveys/answer/<token>")
    def opened(token: str) -> Response:
        found = shown_on_page(pages.database, pages.config, pages.clock(), pages.book, token)
        return _response(pages, found, 200)

    @blueprint.post("/surveys/answer/<token>")
    @takes(form=_FIELDS)
    def sent(token: str, **given: list[str]) -> Response:
        """Takes the answers; the same sent again is the same answer."""
        said = {int(name[1:]): [each for each in values if each] for name, values in given.items()}
        found = taken_on_page(pages.database, pages.config, pages.clock(), pages.book, token, said)
        return _response(pages, found, 200 if found is None else _STATUS.get(found.standing, 200))

    return blueprint


def _response(pages: PublicPages, found: AnswerPage | None, status: int) -> Response:
    if found is None:
        abort(404)
    return Response(_page(pages, found), status, mimetype="text/html", headers={**HEADERS, **_POLICY})


def _page(pages: PublicPages, found: AnswerPage) -> str:
    ref = found.survey
    each = "" if found.each_is is None else words.EACH[found.each_is]
    at = f"{ref.ends.astimezone(pages.config.zone):%-m月%-d日 %H:%M}"
    says = words.SAYS[found.standing]
    body = words.BODY.format(
        about=escape(words.ABOUT.format(at=at, kind=words.KIND[ref.anonymous]) + each),
        says=f'<p class="says" role="status">{escape(says)}</p>' if says else "",
        body=_form(found), only_yours=escape(words.ONLY_YOURS), results=escape(words.RESULTS),
    )  # fmt: skip
    return page(words.TITLE.format(number=ref.number, title=ref.title), body)


def _form(found: AnswerPage) -> str:
    fields = "".join(_question(each, found.survey.questions) for each in found.questions)
    if not found.takes:
        return f"<fieldset disabled>{fields}</fieldset>" if fields else ""
    address = escape(request.path)
    return f'<form method="post" action="{address}">{fields}<button>{escape(words.SEND)}</button></form>'


def _question(each: PageQuestion, count: int) -> str:
    line = each.line
    number = f"{line.position}. " if count > 1 else ""
    head = f"<legend>{escape(number + line.text)} <small>（{escape(words.FORM[line.form])}）</small></legend>"
    wrong = f'<p class="wrong" role="alert">{escape(words.WRONG[each.wrong])}</p>' if each.wrong else ""
    return f"<fieldset>{head}{wrong}{_inputs(each)}</fieldset>"


def _inputs(each: PageQuestion) -> str:
    name = f"q{each.line.position}"
    if each.line.form is Form.WORDS:
        label, said = escape(each.line.text), escape(each.said)
        return f'<textarea name="{name}" maxlength="{LONGEST_ANSWER}" aria-label="{label}">\n{said}</textarea>'
    kind = "radio" if each.line.form is Form.ONE else "checkbox"
    return "".join(
        f'<label><input type="{kind}" name="{name}" value="{at}"{" checked" if at in each.chosen else ""}>'
        f"{escape(choice)}</label>"
        for at, choice in enumerate(each.line.choices, 1)
    )
