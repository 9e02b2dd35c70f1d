"""The pieces of which the patterns of typed commands are made: politeness, a ticket, a ticket and what is said of it."""

POLITE = r"(?:请|麻烦|帮我|帮忙|我要|我想|我来|想|我)*"
SOFT = r"(?:吧|呀|啊|了|哦|呢|啦|哈|一下|谢谢|好吗|[!。~])*"
NUMBER = (
    r"[a-z]{1,6}\d{8}-\d{4,}|\d{8}-\d{4,}|\d{1,6}(?![0-9楼幢栋层室个盏米天月日点元块人户院]|单元|小时|号(?:楼|院|线))"
)
TICKET = rf"(?:第|工单|单号|编号|号)*[\s:#]*(?P<ticket>{NUMBER})?\s*(?:号|单|工单)*"
THE_TICKET = rf"(?:第|工单|单号|编号|号)*[\s:#]*(?P<ticket>{NUMBER})\s*(?:号工?单|工单|号(?!楼|院|线)|单(?!元))?"
TELLING = (
    rf"(?:第|工单|单号|编号|号)*[\s:#]*(?P<ticket>{NUMBER})"
    r"(?:\s*(?:号工?单|工单|号|单)(?=[\s,，:：、]|$)|(?<!-\d{4})(?<!-\d{5})(?<!-\d{6})号(?!楼|院|线))?"
    r"[\s,，:：、]*(?P<rest>.*)"
)
"""A ticket, and what is said of it. 号 and 单 belong to the number before a separator (or right behind a short one: 12号已修);
else what is said begins with them: 单子已转, 号牌已换."""
