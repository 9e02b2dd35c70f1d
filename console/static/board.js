// The board: what is new is marked and may ring, what is focused stays so, keys walk through the rows, ticks stay where a ticket
// was refused.

const $ = (id) => document.getElementById(id);
const rows = () => [...document.querySelectorAll("tr[data-number]")];
const isBoard = Boolean($("rows"));
let focused = null;
let unread = 0;
const title = document.title;

const wished = (name) => Boolean($("wishes")?.elements[name]?.checked);
const known = new Set();
const arrived = new Set();

function ring() {
  const audio = new AudioContext();
  const tone = audio.createOscillator();
  const loud = audio.createGain();
  tone.frequency.value = 880;
  loud.gain.setValueAtTime(0.15, audio.currentTime);
  loud.gain.exponentialRampToValueAtTime(0.001, audio.currentTime + 0.6);
  tone.connect(loud).connect(audio.destination);
  tone.start();
  tone.stop(audio.currentTime + 0.6);
}

function tell(fresh) {
  unread = document.hidden ? unread + fresh.length : 0;
  if (wished("counted")) document.title = unread ? `(${unread}) ${title}` : title;
  if (wished("bell")) ring();
  if (wished("desktop") && "Notification" in window && Notification.permission === "granted") {
    new Notification($("wishes").dataset.came, { body: fresh.map((row) => row.innerText.split("\n")[0]).join("\n"), tag: "linli" });
  }
}

function mark(first) {
  const fresh = first ? [] : rows().filter((row) => !known.has(row.dataset.number));
  const came = fresh.filter((row) => [...known].every((number) => number < row.dataset.number));
  for (const row of came) arrived.add(row.dataset.number);
  for (const row of rows()) {
    known.add(row.dataset.number);
    if (!arrived.has(row.dataset.number)) continue;
    row.classList.add("new");
    row.querySelector("a.number").dataset.new = $("wishes").dataset.new;
  }
  if (came.length) tell(came);
}

function count() {
  const boxes = [...document.querySelectorAll("input[name=number]:checked")];
  if ($("chosen")) $("chosen").value = boxes.length ? $("chosen").dataset.words.replace("{count}", boxes.length) : "";
}

function step(by) {
  const all = rows();
  const at = all.findIndex((row) => row.classList.contains("at"));
  const next = all[Math.min(Math.max(at + by, 0), all.length - 1)];
  all.forEach((row) => row.classList.remove("at"));
  if (!next) return;
  next.classList.add("at");
  next.querySelector("a.number").focus();
}

const KEYS = {
  j: () => step(1),
  k: () => step(-1),
  o: () => document.querySelector("tr.at a.number")?.click(),
  x: () => document.querySelector("tr.at input[name=number]")?.click(),
  "/": () => $("search").focus(),
  "?": () => $("keys").showModal(),
};

if (isBoard) {
  mark(true);
  document.addEventListener("keydown", (event) => {
    if (event.ctrlKey || event.metaKey || event.altKey || event.target.closest("input:not([type=checkbox]), select, textarea, dialog")) return;
    if (!KEYS[event.key]) return;
    event.preventDefault();
    KEYS[event.key]();
  });
  document.addEventListener("change", (event) => {
    if (event.target.id === "pick-all") for (const box of document.querySelectorAll("input[name=number]")) box.checked = event.target.checked;
    if (event.target.form?.id === "filter" && event.target.tagName === "SELECT") event.target.form.requestSubmit();
    count();
  });
  document.addEventListener("htmx:beforeSwap", () => {
    const there = document.activeElement;
    focused = { at: document.querySelector("tr.at")?.dataset.number, href: there?.closest("#rows, #tabs") ? there.getAttribute("href") || `#${there.id}` : null };
  });
  document.addEventListener("htmx:afterSettle", (event) => {
    if (event.detail.target.id === "bulk-said") {
      for (const done of document.querySelectorAll("#bulk-said [data-done]")) {
        const box = $(`pick-${done.dataset.done}`);
        if (box) box.checked = false;
      }
      if ($("pick-all")) $("pick-all").checked = false;
    }
    if (event.detail.target.id === "rows") {
      mark(false);
      if (focused?.at) document.querySelector(`tr[data-number="${focused.at}"]`)?.classList.add("at");
      if (focused?.href) (focused.href.startsWith("#") ? document.querySelector(focused.href) : document.querySelector(`#rows a[href="${focused.href}"], #tabs a[href="${focused.href}"]`))?.focus({ preventScroll: true });
    }
    count();
  });
  document.addEventListener("visibilitychange", () => {
    if (!document.hidden) unread = 0;
    if (!document.hidden) document.title = title;
  });
  $("wishes").addEventListener("change", async ({ target }) => {
    if (!target.checked) return;
    if (target.name === "desktop" && "Notification" in window) await Notification.requestPermission();
    if (target.name === "bell") ring();
  });
  $("keys-open").addEventListener("click", () => $("keys").showModal());
} else {
  const from = document.referrer && new URL(document.referrer);
  if (from && from.origin === location.origin && from.pathname === "/console/") for (const link of document.querySelectorAll("a.to-board")) link.href = from.href;
  document.addEventListener("keydown", (event) => {
    if (event.ctrlKey || event.metaKey || event.altKey || event.target.closest("dialog")) return;
    const field = event.target.closest("input, select, textarea");
    if (field) return event.key === "Escape" ? field.blur() : undefined;
    if (event.key === "g") return document.querySelector("a.to-board").click();
    const to = { d: "#form-dispatch [name=whom], #form-transfer [name=whom]", r: "#form-relay [name=note]", b: "#form-remark [name=note]" }[event.key];
    const found = to && document.querySelector(to);
    if (!found) return;
    event.preventDefault();
    found.closest("details:not([open])")?.setAttribute("open", "");
    found.focus();
  });
  document.addEventListener("click", (event) => {
    const who = event.target.closest("[data-whom]");
    for (const field of who ? document.querySelectorAll("#form-dispatch [name=whom], #form-transfer [name=whom]") : []) field.value = who.dataset.whom;
    if (who) (document.querySelector("#form-dispatch button") || document.querySelector("#form-transfer button"))?.focus();
    const say = event.target.closest("[data-say]");
    const words = say && document.querySelector("#form-relay [name=note]");
    if (words) words.value = say.dataset.say;
    words?.focus();
    const picture = event.target.closest(".files a");
    if (picture?.querySelector("img")) {
      event.preventDefault();
      $("large").querySelector("img").src = picture.href;
      $("large").classList.remove("whole");
      $("large").showModal();
    }
    if (event.target.closest("#large img")) $("large").classList.toggle("whole");
  });
  const narrow = () => {
    const words = ($("narrow")?.value || "").trim().split(/\s+/);
    for (const who of document.querySelectorAll("#all-colleagues [data-key]")) who.hidden = !words.every((word) => who.dataset.key.includes(word));
  };
  document.addEventListener("input", narrow);
  document.addEventListener("htmx:afterSettle", narrow);
}
