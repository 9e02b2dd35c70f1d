"""Click's own words in Chinese: usage, options, and what is wrong with what was typed."""

import re
from collections.abc import Callable
from importlib import import_module

import click

WORDS = {
    "Usage:": "用法：",
    "Options": "选项",
    "Commands": "命令",
    "Positional arguments": "参数",
    "Show this message and exit.": "显示这些说明。",
    "Show the version and exit.": "显示版本。",
    "Error: {message}": "错误：{message}",
    "Error: invalid input": "请填 y 或 n",
    "Error: The two entered values do not match.": "两次填的不一样",
    "Repeat for confirmation": "再填一次",
    "Try '{command} {option}' for help.": "用法见 {command} {option}",
    "Aborted!": "已停下。",
    "Missing command.": "没有写要做什么，可用的命令见 --help。",
    "Missing argument": "没有写参数",
    "Missing option": "没有写选项",
    "Missing parameter": "没有写参数",
    "Missing parameter: {param_name}": "没有写参数 {param_name}",
    "No such option {name!r}.": "没有选项 {name}。",
    "No such command {name!r}.": "没有命令 {name}。",
    "Did you mean {possibility}?": "是不是 {possibility}？",
    "(Did you mean one of: {possibilities}?)": "（是不是其中一个：{possibilities}？）",
    "Invalid value: {message}": "写得不对：{message}",
    "Invalid value for {param_hint}: {message}": "{param_hint} 写得不对：{message}",
    "Could not open file {filename!r}: {message}": "打不开文件 {filename}：{message}",
    "unknown error": "原因不明",
    "default: {default}": "默认 {default}",
    "required": "必填",
    "Option {name!r} does not take a value.": "选项 {name} 后面不带内容。",
    "Option {name!r} requires an argument.": "选项 {name} 后面要写内容。",
    "Option {name!r} requires {nargs} arguments.": "选项 {name} 后面要写 {nargs} 项。",
    "Argument {name!r} takes {nargs} values.": "{name} 要写 {nargs} 项。",
    "Takes {nargs} values but 1 was given.": "要写 {nargs} 项，只写了 1 项。",
    "Takes {nargs} values but {len} were given.": "要写 {nargs} 项，写了 {len} 项。",
    "Got unexpected extra argument ({args})": "多写了：{args}",
    "Got unexpected extra arguments ({args})": "多写了：{args}",
    "{value!r} is not {choice}.": "{value} 不对，应是 {choice}。",
    "{value!r} is not one of {choices}.": "{value} 不对，应是其中一个：{choices}。",
    "Choose from:\n\t{choices}": "其中一个：\n\t{choices}",
    "{value!r} is not a valid {number_type}.": "{value} 不是要填的数。",
    "{value} is not in the range {range}.": "{value} 不在范围 {range} 里。",
    "{value!r} does not match the format {format}.": "{value} 不是 {format} 的样子。",
    "{value!r} does not match the formats {formats}.": "{value} 不是这些样子：{formats}。",
    "{name} {filename!r} does not exist.": "{name} {filename} 不存在。",
    "{name} {filename!r} is a file.": "{filename} 是文件，这里要文件夹。",
    "{name} {filename!r} is a directory.": "{filename} 是文件夹，这里要文件。",
    "{name} {filename!r} is not readable.": "{name} {filename} 读不了。",
    "{name} {filename!r} is not writable.": "{name} {filename} 写不了。",
    "file": "文件",
    "directory": "文件夹",
    "path": "路径",
}
METAVARS = {
    "OPTIONS": "选项", "COMMAND": "命令", "ARGS": "参数", "FILE": "文件", "DIRECTORY": "文件夹", "PATH": "路径",
    "TEXT": "文字", "INTEGER": "整数", "FLOAT": "数", "RANGE": "", "WHO": "谁", "NAME": "名称", "DATE": "日期",
    "DATETIME": "时刻", "CODE": "编号", "FOLDER": "文件夹", "NUMBER": "编号", "SOURCE": "来源", "OUT": "文件",
}  # fmt: skip
_MODULES = ("core", "decorators", "exceptions", "formatting", "parser", "termui", "types")
_CAPITALS = re.compile(r"(?<![-A-Z_])[A-Z]{2,}(?![A-Z_])")


class _Formatter(click.HelpFormatter):
    """Says in Chinese too what stands for what is to be typed."""

    def write_usage(self, prog: str, args: str = "", prefix: str | None = None) -> None:
        """`用法： linli backup [选项] …`"""
        super().write_usage(prog, _said(args), prefix)

    def write_dl(self, rows: object, col_max: int = 30, col_spacing: int = 2) -> None:
        """The table of options: only the column of what is typed is changed."""
        super().write_dl([(_said(typed), about) for typed, about in rows], col_max, col_spacing)  # type: ignore[attr-defined]


def _said(typed: str) -> str:
    return re.sub(" +", " ", _CAPITALS.sub(lambda found: METAVARS.get(found[0], found[0]), typed)).replace("...", "…")


def speak_chinese() -> None:
    """From now on; what has no word here stays as Click says it."""
    click.Context.formatter_class = _Formatter
    for name in _MODULES:
        module = import_module(f"click.{name}")
        for own, word in (("_", _word(getattr(module, "_", None))), ("ngettext", _one_or_more)):
            if hasattr(module, own):
                setattr(module, own, word)


def _word(before: Callable[[str], str] | None) -> Callable[[str], str]:
    return lambda said: WORDS.get(said, said if before is None else before(said))


def _one_or_more(one: str, more: str, count: int) -> str:
    said = one if count == 1 else more
    return WORDS.get(said, said)
