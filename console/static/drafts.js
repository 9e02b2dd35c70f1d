// What is typed into a form stays in this tab until it was sent: a sign-in that ended meanwhile, or a refusal, loses nothing.
// It is kept for whoever typed it, and goes when they sign out or close the tab.

const KEPT = "draft:";
const who = document.body.dataset.who || "";
const told = document.getElementById("draft");
const here = () => location.pathname + location.search;

function drafts() {
  return Object.keys(sessionStorage).filter((key) => key.startsWith(KEPT));
}

function keyOf(form) {
  const action = new URL(form.getAttribute("hx-post") || form.getAttribute("action") || here(), location.href);
  const named = ["do", "id", "item", "code"].map((name) => form.querySelector(`input[type=hidden][name=${name}]`)?.value || "");
  return `${KEPT}${who}:${action.pathname}${action.search}:${named.join("|")}`;
}

function typed(form) {
  return [...form.elements].filter((field) => field.name && field.matches("textarea, select, input:not([type=hidden], [type=file], [type=checkbox], [type=radio])"));
}

function isKept(form) {
  const posts = form?.hasAttribute("hx-post") || form?.method === "post";
  return who && posts && !form.querySelector("[type=password]") && typed(form).length > 0;
}

document.addEventListener("input", (event) => {
  const form = event.target.form;
  if (!isKept(form)) return;
  const values = Object.fromEntries(typed(form).map((field) => [field.name, field.value]));
  sessionStorage.setItem(keyOf(form), JSON.stringify({ page: here(), at: Date.now(), values }));
});

document.addEventListener("submit", (event) => {
  if (new URL(event.target.action).pathname.endsWith("/sign-out")) return sessionStorage.clear();
  if (isKept(event.target) && !event.target.hasAttribute("hx-post")) sessionStorage.setItem("sent", keyOf(event.target));
});

document.addEventListener("htmx:afterRequest", (event) => {
  const form = event.detail.elt;
  const xhr = event.detail.xhr;
  if (form.tagName !== "FORM" || !isKept(form) || !event.detail.successful) return;
  if (xhr.status < 400 && !xhr.getResponseHeader("HX-Retarget") && !xhr.getResponseHeader("HX-Redirect")) sessionStorage.removeItem(keyOf(form));
});

function say(words, address) {
  if (!told) return;
  told.textContent = words;
  if (address) {
    const link = document.createElement("a");
    link.href = address;
    link.textContent = told.dataset.go;
    told.append(" ", link);
  }
  told.hidden = false;
}

function restore() {
  if (!who) return;
  for (const form of document.querySelectorAll("form")) {
    const found = isKept(form) && sessionStorage.getItem(keyOf(form));
    if (!found || form.dataset.restored) continue;
    form.dataset.restored = "1";
    const { values } = JSON.parse(found);
    const changed = typed(form).filter((field) => field.name in values && field.value !== values[field.name]);
    for (const field of changed) field.value = values[field.name];
    if (changed.length) {
      form.closest("details")?.setAttribute("open", "");
      say(told?.dataset.here || "");
    }
  }
}

function arrive() {
  const sent = sessionStorage.getItem("sent");
  const back = performance.getEntriesByType("navigation")[0]?.type === "back_forward";
  if (!who) {
    if (drafts().length) sessionStorage.setItem("was-out", "1");
    return;
  }
  if (sent && !back && !sessionStorage.getItem("was-out") && !document.body.classList.contains("refused")) sessionStorage.removeItem(sent);
  sessionStorage.removeItem("sent");
  for (const key of drafts()) if (!key.startsWith(`${KEPT}${who}:`)) sessionStorage.removeItem(key);
  restore();
  if (!sessionStorage.getItem("was-out")) return;
  const left = drafts().map((key) => JSON.parse(sessionStorage.getItem(key))).sort((one, other) => other.at - one.at)[0];
  if (left && left.page !== here()) say(told?.dataset.there || "", left.page);
  else sessionStorage.removeItem("was-out");
}

arrive();
document.addEventListener("htmx:afterSettle", restore);
