"""The platform's flat XML, read without DTD, entities or surprises, and written without a way out of CDATA.

Read straight from expat: a document type, and with it every entity and external reference, is
refused at its first character. (ElementTree behind defusedxml took three times as long a message.)
"""

from xml.parsers import expat

from bot.errors import Malformed

MOST_FIELDS = 64

Fields = dict[str, str]


def read_fields(body: bytes) -> Fields:
    """The top-level elements with their text; raises Malformed.

    Nested elements are passed over; of two with one name the first counts.
    """
    reader = _Reader()
    parser = expat.ParserCreate("utf-8", None, None)  # the last: no table of names for so few
    parser.buffer_text = True
    parser.StartDoctypeDeclHandler = _refuse_doctype
    parser.StartElementHandler = reader.start
    parser.EndElementHandler = reader.end
    parser.CharacterDataHandler = reader.text
    if b"\0" in body:  # in no XML; expat would take it for UTF-16 without a mark
        raise Malformed("xml")
    try:
        body.decode()  # expat lets some byte sequences pass that are no UTF-8
        parser.Parse(body, True)
    except (expat.ExpatError, UnicodeDecodeError) as error:
        raise Malformed("xml") from error
    return reader.fields


class _Reader:
    """Collects the text of the elements directly below the root."""

    __slots__ = ("_depth", "_name", "_parts", "fields")

    def __init__(self) -> None:
        self.fields: Fields = {}
        self._depth, self._name = 0, ""
        self._parts: list[str] = []

    def start(self, name: str, _attributes: dict[str, str]) -> None:
        self._depth += 1
        if self._depth == 2:
            self._name, self._parts = name, []

    def end(self, _name: str) -> None:
        if self._depth == 2:
            self.fields.setdefault(self._name, "".join(self._parts))
            if len(self.fields) > MOST_FIELDS:
                raise Malformed("too many fields")
        self._depth -= 1

    def text(self, data: str) -> None:
        if self._depth == 2:
            self._parts.append(data)


def _refuse_doctype(*_: object) -> None:
    raise Malformed("doctype")


def cdata(text: str) -> str:
    """A CDATA section that says exactly `text`, whatever it contains."""
    return f"<![CDATA[{text.replace(']]>', ']]]]><![CDATA[>')}]]>"
