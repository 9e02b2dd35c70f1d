// The screen on the wall: clocks run by the second, the sheets take turns, and what was lost comes back without anybody.

const EVERY = 20_000, ANEW = 6 * 3600_000;
let sheet = 0, ahead = 0, turned = Date.now();

function two(number) { return String(number).padStart(2, "0"); }

function said(seconds) {
  const whole = Math.abs(Math.trunc(seconds));
  if (whole >= 172_800) return `${Math.trunc(whole / 86_400)}天`;
  return `${Math.trunc(whole / 3600)}:${two(Math.trunc(whole / 60) % 60)}:${two(whole % 60)}`;
}

function synchronise() {
  const screen = document.querySelector(".screen");
  if (screen) ahead = Date.parse(screen.dataset.at) - Date.now();
}

function tick() {
  const now = Date.now() + ahead;
  for (const clock of document.querySelectorAll("[data-due]")) {
    const left = (Date.parse(clock.dataset.due) - now) / 1000;
    clock.className = left < 0 ? "late" : "runs";
    clock.querySelector("b").textContent = `${left < 0 ? "超时" : "还剩"} ${said(left)}`;
  }
  for (const clock of document.querySelectorAll("[data-since]")) {
    clock.querySelector("b").textContent = said((now - Date.parse(clock.dataset.since)) / 1000);
  }
  if (Date.now() - turned >= EVERY) turn(1);
}

function turn(by) {
  const of = Number(document.getElementById("wall").dataset.sheets);
  sheet = (sheet + by + of) % of;
  turned = Date.now();
  document.body.dataset.sheet = sheet;
}

async function anew() {
  try {
    if ((await fetch(location.href, { method: "HEAD" })).ok) location.reload();
  } catch { /* away: later */ }
}

document.addEventListener("htmx:afterSettle", () => { synchronise(); tick(); });
document.addEventListener("keydown", (event) => {
  if (event.key === "ArrowRight") turn(1);
  if (event.key === "ArrowLeft") turn(-1);
});
document.addEventListener("click", (event) => { if (event.target.closest(".sheets")) turn(1); });
turn(0);
synchronise();
tick();
setInterval(tick, 1000);
setInterval(anew, ANEW);
