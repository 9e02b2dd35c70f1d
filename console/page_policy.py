"""What a page of the office may load and from where: from itself only."""

POLICY = (
    "default-src 'none'; script-src 'self'; style-src 'self' 'unsafe-inline'; img-src 'self' data:; font-src 'self'; "
    "connect-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'"
)


def with_pictures_from(origin: str) -> str:
    """The same, and pictures from one place more."""
    return POLICY.replace("img-src 'self' data:", f"img-src 'self' data: {origin}")
