"""What enquirers are told."""

ANSWERED = "{answer}\n\n没有解答您的问题？请回复“转人工”，马上登记给社区工作人员。"
