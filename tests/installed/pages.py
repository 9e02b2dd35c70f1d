"""Pages of office and public, and what browsers fetch for them, asked of a product that was installed."""

import requests


def asked(base: str, *paths: str) -> None:
    """Each comes."""
    for path in paths:
        answer = requests.get(base + path, timeout=10)
        assert answer.status_code == 200, (path, answer.status_code)
        assert answer.content


def asked_office(office: str) -> None:
    """Pages, scripts, sheets and a font."""
    asked(office, "/console/sign-in", "/console/assets/htmx.min.js", "/console/assets/echarts.min.js", "/stars/2026")
    asked(office, "/fonts/700.css", "/page.js", "/privacy")
    sheet = requests.get(f"{office}/fonts/400.css", timeout=10).text
    part = next(word for word in sheet.split("(") if word.startswith("./files/")).partition(")")[0]
    assert requests.get(f"{office}/fonts/{part[2:]}", timeout=10).content[:4] == b"wOF2"
