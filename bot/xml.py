"""The platform's flat XML, read without DTD, entities or surprises, and written without a way out of CDATA."""

from xml.etree.ElementTree import ParseError

from defusedxml.common import DefusedXmlException
from defusedxml.ElementTree import fromstring

from bot.errors import Malformed

MOST_FIELDS = 64

Fields = dict[str, str]


def read_fields(body: bytes) -> Fields:
    """The top-level elements with their text; raises Malformed. Nested elements are passed over, the first of a name counts."""
    try:
        root = fromstring(body.decode("utf-8"), forbid_dtd=True)
    except UnicodeDecodeError as error:
        raise Malformed("not UTF-8") from error
    except (ParseError, DefusedXmlException, ValueError) as error:
        raise Malformed("xml") from error
    if len(root) > MOST_FIELDS:
        raise Malformed("too many fields")
    fields: Fields = {}
    for element in root:
        fields.setdefault(element.tag, element.text or "")
    return fields


def cdata(text: str) -> str:
    """A CDATA section that says exactly `text`, whatever it contains."""
    return f"<![CDATA[{text.replace(']]>', ']]]]><![CDATA[>')}]]>"
