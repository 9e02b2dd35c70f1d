"""The EncodingAESKey of the account, read strictly."""

import base64


def decode_key(aes_key: str) -> bytes:
    """The 32 bytes of an EncodingAESKey; raises ValueError."""
    try:
        key = base64.b64decode(aes_key + "=", validate=True)
    except ValueError as error:
        raise ValueError("EncodingAESKey") from error
    if len(aes_key) != 43 or len(key) != 32:
        raise ValueError("EncodingAESKey")
    return key
