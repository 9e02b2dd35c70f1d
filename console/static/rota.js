// The rota: a name is dragged to a shift, to another name or off; or taken up with Enter, carried with the arrows, put down with Enter.

const $ = (id) => document.getElementById(id);
const calendar = $("rota");
const say = $("carried");
let carried = null;
let drag = null;
let last = null;
let counted = 0;

const targets = () => [...document.querySelectorAll(".shift[data-shift], .shift .chip, #off")].filter((each) => !each.disabled && each !== carried?.chip);

function pick(chip) {
  carried = { chip, code: chip.dataset.code, shift: chip.dataset.shift || null, name: chip.dataset.name };
  chip.setAttribute("aria-pressed", "true");
  document.body.classList.add("carrying");
  for (const card of document.querySelectorAll(".shift[data-shift]")) card.tabIndex = 0;
  $("off").disabled = !carried.shift;
  say.hidden = false;
  say.textContent = say.dataset.picked.replace("{name}", carried.name);
}

function letGo(words) {
  const chip = carried?.chip;
  if (!chip) return;
  carried = null;
  chip.setAttribute("aria-pressed", "false");
  document.body.classList.remove("carrying");
  for (const card of document.querySelectorAll(".shift[data-shift]")) card.removeAttribute("tabindex");
  $("off").disabled = true;
  say.hidden = !words;
  say.textContent = words;
}

function asked(target) {
  const chip = target.closest(".chip");
  const shift = (chip && chip.dataset.shift ? chip : target.closest(".shift"))?.dataset.shift;
  const { code, shift: from } = carried;
  if (target.closest("#off")) return from && { do: "take_off", shift: from, name: code };
  if (!shift || shift === from) return null;
  if (!from) return { do: "assign", shift, name: code };
  if (chip && chip.dataset.code !== code) return { do: "exchange", shift: from, name: code, other_shift: shift, other: chip.dataset.code };
  return { do: "move", shift: from, name: code, to: shift };
}

function put(target) {
  const values = target && asked(target);
  if (!values) return letGo(say.dataset.letGo);
  last = { code: carried.code, shift: values.to || values.other_shift || values.shift };
  letGo("");
  counted += 1;
  const nonce = `${$("rota-version").value}-${Date.now()}-${counted}`;
  window.htmx.ajax("POST", calendar.dataset.post, { target: "#answer", swap: "innerHTML", values: { ...values, nonce, dragged: "1" } });
}

const onto = (event) => document.elementFromPoint(event.clientX, event.clientY)?.closest(".chip[data-shift], .shift[data-shift], #off");

function mark(target) {
  for (const each of document.querySelectorAll(".onto")) each.classList.remove("onto");
  target?.classList.add("onto");
}

document.addEventListener("pointerdown", (event) => {
  const chip = event.target.closest(".chip");
  if (!chip || carried || event.button || event.pointerType === "touch") return;
  drag = { chip, x: event.clientX, y: event.clientY, ghost: null };
});
document.addEventListener("pointermove", (event) => {
  if (!drag) return;
  if (!drag.ghost) {
    if (Math.hypot(event.clientX - drag.x, event.clientY - drag.y) < 6) return;
    pick(drag.chip);
    drag.ghost = document.body.appendChild(document.createElement("div"));
    drag.ghost.className = "ghost";
    drag.ghost.textContent = carried.name;
  }
  event.preventDefault();
  drag.ghost.style.left = `${event.clientX + 8}px`;
  drag.ghost.style.top = `${event.clientY + 8}px`;
  mark(onto(event));
});
function dropped(event, cancelled) {
  if (!drag) return;
  const moved = drag.ghost;
  moved?.remove();
  drag = null;
  mark(null);
  if (!moved) return;
  addEventListener("click", (click) => { click.stopPropagation(); click.preventDefault(); }, { capture: true, once: true });
  setTimeout(() => dispatchEvent(new Event("click")), 0);
  put(cancelled ? null : onto(event));
}
document.addEventListener("pointerup", (event) => dropped(event, false));
document.addEventListener("pointercancel", (event) => dropped(event, true));

document.addEventListener("click", (event) => {
  if (event.target.closest("#print")) return window.print();
  const target = event.target.closest(".chip, .shift[data-shift], #off");
  if (!carried) return target?.matches(".chip") && pick(target);
  if (target) put(target === carried.chip ? null : target);
});

document.addEventListener("keydown", (event) => {
  if (!carried) return;
  const step = { ArrowRight: 1, ArrowDown: 1, ArrowLeft: -1, ArrowUp: -1 }[event.key];
  if (event.key === "Escape") return carried.chip.focus(), letGo(say.dataset.letGo);
  if (step) {
    const all = targets();
    const at = all.indexOf(document.activeElement);
    const near = at < 0 ? all.indexOf(carried.chip.closest(".shift")) : at;
    all[(near + step + all.length) % all.length]?.focus();
    event.preventDefault();
  } else if ((event.key === "Enter" || event.key === " ") && document.activeElement.matches(".shift")) {
    event.preventDefault();
    put(document.activeElement);
  }
});

// While a name is carried nothing is renewed under it; afterwards it has the focus where it stands now.
document.addEventListener("htmx:beforeSwap", (event) => { if (carried && event.detail.target === calendar) event.detail.shouldSwap = false; });
document.addEventListener("htmx:afterSettle", (event) => {
  if (event.detail.target !== calendar || !last) return;
  document.querySelector(`.shift .chip[data-code="${CSS.escape(last.code)}"][data-shift="${last.shift}"]`)?.focus({ preventScroll: true });
  last = null;
});
