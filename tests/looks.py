"""What a page looks like in a real browser, measured: letters, lines, contrast, targets, what is cut or wider than the screen."""

from typing import Any

from playwright.sync_api import Page

from tests.browser import ROOT

AXE = (ROOT / "node_modules" / "axe-core" / "axe.min.js").read_text(encoding="utf-8")
_SEEN = """
const seen = (node) => { const box = node.getBoundingClientRect(), style = getComputedStyle(node);
  return box.width > 1 && box.height > 1 && style.visibility !== "hidden" && box.right > 0 && !node.closest("[hidden]"); };
const called = (node) => `${node.tagName.toLowerCase()}.${node.getAttribute("class") || ""} ` +
  (node.textContent || node.name || "").trim().slice(0, 24);
const worded = [...document.querySelectorAll("body, body *")].filter((node) => seen(node) && !node.closest("script, style, option")
  && [...node.childNodes].some((child) => child.nodeType === 3 && child.textContent.trim()));
"""
_LETTERS = (
    "([least, line]) => {"
    + _SEEN
    + """
  return worded.flatMap((node) => { const style = getComputedStyle(node), size = parseFloat(style.fontSize), found = [];
    if (size < least - 0.01) found.push(`${called(node)}: ${size} px`);
    const apart = parseFloat(style.lineHeight) / size;
    if (line && !(apart >= line - 0.001)) found.push(`${called(node)}: line ${apart}`);
    return found; }); }"""
)
_TARGETS = (
    "([width, height]) => {"
    + _SEEN
    + """
  const all = "a[href], button, input:not([type=hidden]), select, textarea, summary";
  return [...document.querySelectorAll(all)].filter((node) => seen(node) && !node.closest(".skip, .sr")).flatMap((node) => {
    const of = node.matches("input[type=checkbox], input[type=radio]") ? node.closest("label") || node : node;
    const box = of.getBoundingClientRect();
    const small = box.width < width - 0.5 || box.height < height - 0.5;
    return small ? [`${called(of)}: ${box.width.toFixed(0)}x${box.height.toFixed(0)}`] : [];
  }); }"""
)
_ENLARGE = (
    "(times) => {"
    + _SEEN
    + """
  const sizes = [...document.querySelectorAll("body, body *")].map((node) => [node, parseFloat(getComputedStyle(node).fontSize)]);
  for (const [node, size] of sizes) node.style.setProperty("font-size", `${size * times}px`, "important"); }"""
)
_CUT = (
    "() => {"
    + _SEEN
    + """
  const wide = [...document.querySelectorAll("body *")].filter((node) => {
    if (!seen(node)) return false;
    for (let up = node.parentElement; up; up = up.parentElement) {
      const flow = getComputedStyle(up).overflowX;
      if (up !== document.body && up !== document.documentElement && (flow === "auto" || flow === "scroll")) return false;
    }
    return node.getBoundingClientRect().right > innerWidth + 1; });
  const cut = worded.filter((node) => { const style = getComputedStyle(node);
    return (style.overflowX !== "visible" && style.overflowX !== "auto" && node.scrollWidth > node.clientWidth + 1)
      || (style.overflowY !== "visible" && style.overflowY !== "auto" && node.scrollHeight > node.clientHeight + 1)
      || style.textOverflow === "ellipsis"; }).filter((node) => !node.matches("textarea, input, .sr"));
  return [...wide.map((node) => "wide: " + called(node)), ...cut.map((node) => "cut: " + called(node))]; }"""
)
_AXE = """async () => { const found = await axe.run(document, { resultTypes: ["violations"] });
  return found.violations.filter((each) => ["serious", "critical"].includes(each.impact))
    .map((each) => `${each.id}: ${each.nodes.slice(0, 4).map((node) => node.target.join(" ")).join("; ")}`); }"""


def letters(page: Page, least: float, line: float = 0) -> Any:
    """Texts that are smaller than this, or whose lines stand closer."""
    return page.evaluate(_LETTERS, [least, line])


def targets(page: Page, width: float, height: float) -> Any:
    """What is pressed and is smaller than this; a box to tick counts with its label."""
    return page.evaluate(_TARGETS, [width, height])


def cut(page: Page, times: float = 1) -> Any:
    """What is wider than the screen or cut, with all letters so many times as large; boxes that can be moved aside."""
    if times != 1:
        page.evaluate(_ENLARGE, times)
    return page.evaluate(_CUT)


def serious(page: Page) -> Any:
    """What axe-core finds that keeps people out, contrast of letters among it."""
    page.evaluate(AXE)
    return page.evaluate(_AXE)
