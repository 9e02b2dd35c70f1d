"""Words that ask something for an enterprise, as a command."""

from handlers.context import Here
from handlers.requests.commands import FileEnterpriseRequest
from handlers.said import Reads, Said
from understanding.command_names import CommandName
from understanding.normalise import tidy
from understanding.request_told import request_text


def file_request(said: Said, _here: Here) -> FileEnterpriseRequest:
    """企业诉求 园区停车位不够; 我们公司想问装修许可怎么办."""
    return FileEnterpriseRequest(request_text(tidy(said.text)))


READS: Reads = {CommandName.FILE_ENTERPRISE_REQUEST: file_request}
