"""What the platform answers when it refuses."""


class ApiError(Exception):
    """An errcode of the platform's list, answered with status 200 and JSON."""

    def __init__(self, code: int, message: str) -> None:
        super().__init__(f"{code} {message}")
        self.code = code
        self.message = message
