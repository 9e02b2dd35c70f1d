// The composer: what is typed shows at once as on the phone, with how many characters the platform still takes.

const shown = (name) => document.querySelectorAll(`[data-shows=${name}]`);

function show(field) {
  for (const place of shown(field.name)) {
    if (field.name !== "body") place.textContent = field.value;
    else place.replaceChildren(...field.value.split(/\r?\n/).filter((line) => line.trim()).map((line) => Object.assign(document.createElement("p"), { textContent: line })));
  }
  const count = document.querySelector(`output[data-of=${field.name}]`);
  if (!count) return;
  const long = [...field.value.trim()].length;
  count.value = `${long}/${count.dataset.most}`;
  count.classList.toggle("over", long > Number(count.dataset.most));
  field.toggleAttribute("aria-invalid", long > Number(count.dataset.most));
}

const form = document.getElementById("write");
let changed = false;
for (const name of form ? ["title", "digest", "body"] : []) show(form.elements[name]);
form?.addEventListener("input", (event) => {
  changed = true;
  if (["title", "digest", "body"].includes(event.target.name)) show(event.target);
});
form?.addEventListener("submit", () => { changed = false; });
addEventListener("beforeunload", (event) => { if (changed) event.preventDefault(); });
