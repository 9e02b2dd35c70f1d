// Large letters without loading the page anew, and reading it aloud with the browser's own voice. A page works without both.

const root = document.documentElement;
const links = [...document.querySelectorAll("[data-view]")];

function show(view) {
  root.className = view === "usual" ? "" : `elder ${view}`;
  for (const link of links) {
    if (link.dataset.view === view && view !== "usual") link.setAttribute("aria-current", "true");
    else link.removeAttribute("aria-current");
  }
  const safe = location.protocol === "https:" ? "; Secure" : "";
  document.cookie = `linli_view=${view}; Path=/; Max-Age=34560000; SameSite=Lax${safe}`;
}

for (const link of links) {
  link.addEventListener("click", (event) => { event.preventDefault(); show(link.dataset.view); });
}

const LONGEST = 120; // some voices fall silent in the middle of what is longer
const aloud = document.getElementById("aloud");
let waiting = [];

function parts() {
  const found = [];
  for (const line of document.getElementById("main").innerText.split("\n")) {
    for (const sentence of line.split(/(?<=[。！？；])/u)) {
      for (let at = 0; at < sentence.trim().length; at += LONGEST) found.push(sentence.trim().slice(at, at + LONGEST));
    }
  }
  return found;
}

function rest() {
  waiting = [];
  aloud.textContent = aloud.dataset.read;
  aloud.setAttribute("aria-pressed", "false");
}

function next() {
  const text = waiting.shift();
  if (text === undefined) { rest(); return; }
  const said = new SpeechSynthesisUtterance(text);
  said.lang = "zh-CN";
  said.rate = root.classList.contains("elder") ? 0.85 : 1;
  said.onend = () => { if (aloud.getAttribute("aria-pressed") === "true") next(); };
  said.onerror = said.onend;
  speechSynthesis.speak(said);
}

if (aloud && "speechSynthesis" in window) {
  aloud.hidden = false;
  aloud.addEventListener("click", () => {
    const reading = aloud.getAttribute("aria-pressed") === "true";
    speechSynthesis.cancel();
    rest();
    if (reading) return;
    waiting = parts();
    aloud.textContent = aloud.dataset.stop;
    aloud.setAttribute("aria-pressed", "true");
    next();
  });
  addEventListener("pagehide", () => speechSynthesis.cancel());
}
