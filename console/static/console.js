// Small things that htmx leaves to the page: the half-minute clocks, scanning errors, and saying that the server is away.

document.addEventListener("htmx:configRequest", (event) => {
  if ("clock" in (event.detail.elt.dataset || {})) event.detail.parameters.clock = new Date().getSeconds();
});

document.addEventListener("htmx:sendError", () => { document.getElementById("away").hidden = false; });
document.addEventListener("htmx:responseError", (event) => {
  if (event.detail.xhr.status === 503) document.getElementById("away").hidden = false;
});
document.addEventListener("htmx:afterOnLoad", (event) => {
  if (event.detail.xhr.status < 400) document.getElementById("away").hidden = true;
});

// A table that is moved aside with a finger is moved with the keys as well.
function reachable() {
  for (const table of document.querySelectorAll("main table")) {
    if (table.scrollWidth > table.clientWidth) table.tabIndex = 0;
    else table.removeAttribute("tabindex");
  }
}
addEventListener("load", reachable);
addEventListener("resize", reachable);
document.addEventListener("htmx:afterSettle", reachable);

// After a form has done something, the page shows it at once. A form that came back (with a question, or what is wrong) keeps
// what was typed; once it has done its work a fresh one takes its place.
document.addEventListener("htmx:afterRequest", (event) => {
  const form = event.detail.elt;
  const xhr = event.detail.xhr;
  if (form.tagName !== "FORM" || !event.detail.successful || xhr.status >= 400 || xhr.getResponseHeader("HX-Retarget")) return;
  if (form.hasAttribute("data-kept")) return refresh();
  if (form.hasAttribute("hx-preserve") || !form.id.startsWith("form-")) form.reset();
  else form.removeAttribute("id");
  refresh();
});

function refresh() {
  const live = document.querySelector("#page [data-clock]");
  if (live) window.htmx.ajax("GET", live.getAttribute("hx-get").replace(/seen=\d+/, "seen=-1"), { target: "#page", swap: "innerHTML" });
}

// A part of a page that somebody has opened stays open when the page renews itself.
let opened = [];
document.addEventListener("htmx:beforeSwap", () => { opened = [...document.querySelectorAll("#page details[id][open], #rows details[id][open]")].map((each) => each.id); });
document.addEventListener("htmx:afterSwap", () => { for (const id of opened) document.getElementById(id)?.setAttribute("open", ""); });

// Somebody signed in anew in another window: the forms of this page are theirs from now on, with all that was typed.
document.addEventListener("token", (event) => {
  document.body.setAttribute("hx-headers", JSON.stringify({ "X-CSRF": event.detail.value }));
  for (const field of document.querySelectorAll("input[name=csrf]")) field.value = event.detail.value;
});

// A page that renews itself leaves when nobody is signed in any more; one on which something was typed stays, and says so.
document.addEventListener("htmx:beforeOnLoad", (event) => {
  const to = event.detail.xhr.getResponseHeader("HX-Redirect") || "";
  const typed = [...document.querySelectorAll("main textarea, main input:not([type=hidden], [type=search])")].some((field) => field.value !== field.defaultValue);
  if (!to.endsWith("/sign-in") || !typed) return;
  event.preventDefault();
  document.getElementById("over").hidden = false;
});
document.addEventListener("token", () => { document.getElementById("over").hidden = true; });

// The search over everything is one key away; the board's own search has that key where there is one.
document.addEventListener("keydown", (event) => {
  if (event.key !== "/" || event.ctrlKey || event.metaKey || event.altKey || event.target.closest("input, select, textarea, dialog")) return;
  const field = document.getElementById("search") || document.getElementById("find");
  if (!field) return;
  event.preventDefault();
  field.focus();
});

// The entry of the menu that leads to this page, or to the page that this one belongs to, is marked.
function markHere() {
  const here = /^\/console\/tickets\//.test(location.pathname) ? "/console/" : location.pathname;
  const fits = (link) => here === link.pathname || (link.pathname !== "/console/" && here.startsWith(`${link.pathname}/`));
  const found = [...document.querySelectorAll("#menu a")].filter(fits).sort((one, other) => other.pathname.length - one.pathname.length)[0];
  found?.setAttribute("aria-current", "page");
  found?.closest(".menu")?.classList.add("here");
}
markHere();

// On a phone the menu and the filters of the board stand behind a button each.
document.addEventListener("click", (event) => {
  const fold = event.target.closest(".fold");
  if (!fold) return;
  const open = fold.closest("header, form").classList.toggle("unfolded");
  fold.setAttribute("aria-expanded", open);
});
