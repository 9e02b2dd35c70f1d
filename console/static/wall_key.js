// A screen whose first page is the address with its key shows the wall by itself, as soon as the server is there.
// The key stands behind the # and is sent in a form alone: it comes into no log.

const form = document.getElementById("key-form");
const key = decodeURIComponent(location.hash.slice(1));
const AGAIN = 15_000;

async function enter() {
  try {
    const answer = await fetch(form.action, { method: "POST", body: new URLSearchParams({ key }) });
    if (answer.ok) { location.replace(form.dataset.wall); return; }
    if (answer.status === 403) { form.submit(); return; }
  } catch { /* away: later */ }
  document.getElementById("again").hidden = false;
  setTimeout(enter, AGAIN);
}

if (key) {
  form.elements.key.value = key;
  enter();
}
