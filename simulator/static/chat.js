// The phones of the stand-in: state once, then live by server-sent events; every button is one POST.

const phones = new Map();
let state;

const el = (tag, attributes = {}, ...children) => {
  const node = Object.assign(document.createElement(tag), attributes);
  node.append(...children);
  return node;
};

const post = (openid, act, body = {}) =>
  fetch(`/chat/${encodeURIComponent(openid)}/${act}`, {
    method: "POST",
    headers: { "Content-Type": "application/json" },
    body: JSON.stringify(body),
  });

function show(bubble) {
  const phone = phones.get(bubble.openid);
  if (!phone || phone.seen.has(bubble.serial)) return;
  phone.seen.add(bubble.serial);
  const node = el("div", { className: `bubble ${bubble.side} ${bubble.kind}` });
  if (bubble.kind === "image" && bubble.media_id) {
    node.append(el("img", { src: `/chat/media/${bubble.media_id}`, alt: "照片" }));
  } else {
    node.textContent = bubble.text || { voice: "语音（未识别）", video: "视频" }[bubble.kind] || "";
  }
  for (const answer of bubble.taps || []) {
    node.append(el("button", {
      type: "button", className: "answer", textContent: answer, onclick: () => post(phone.person.openid, "choose", { text: answer }),
    }));
  }
  phone.chat.append(node);
  phone.chat.scrollTop = phone.chat.scrollHeight;
}

function sheet(phone, ...children) {
  phone.sheet.replaceChildren(...children);
  phone.sheet.hidden = children.length === 0;
}

function choice(phone, label, act, body) {
  const run = async () => {
    sheet(phone);
    const made = typeof body === "function" ? await body() : body;
    await post(phone.person.openid, act, made);
    if (act === "scan") setFollowed(phone, true);
  };
  return el("button", { type: "button", textContent: label, onclick: run });
}

// A drawn "photo", so that nobody needs a file at hand: a dark stairwell with a broken lamp, each time in another light,
// since the same picture twice would be doubted.
async function photo() {
  const canvas = el("canvas", { width: 320, height: 240 });
  const pen = canvas.getContext("2d");
  pen.fillStyle = "#2b2f36"; pen.fillRect(0, 0, 320, 240);
  for (let spot = 0; spot < 48; spot += 1) {
    pen.fillStyle = `hsl(215 10% ${10 + Math.random() * 55}%)`;
    pen.fillRect(spot % 8 * 40, Math.floor(spot / 8) * 40, 40, 40);
  }
  pen.strokeStyle = "#6d7580"; pen.lineWidth = 6;
  for (let step = 0; step < 6; step += 1) pen.strokeRect(30 + step * 40, 200 - step * 26, 44, 30);
  pen.fillStyle = "#c9b458"; pen.beginPath(); pen.arc(160, 40, 18, 0, 7); pen.fill();
  pen.strokeStyle = "#e5484d"; pen.beginPath(); pen.moveTo(130, 12); pen.lineTo(190, 68); pen.stroke();
  return { data: canvas.toDataURL("image/png") };
}

function fileChooser(phone) {
  const input = el("input", { type: "file", accept: "image/*", hidden: true });
  input.onchange = () => {
    const reader = new FileReader();
    reader.onload = () => { sheet(phone); post(phone.person.openid, "picture", { data: reader.result }); };
    if (input.files.length) reader.readAsDataURL(input.files[0]);
  };
  return [el("button", { type: "button", textContent: "从相册选一张", onclick: () => input.click() }), input];
}

function voiceForm(phone) {
  const words = el("input", { type: "text", placeholder: "语音内容（留空＝识别不出）", ariaLabel: "语音内容" });
  const form = el("form", {}, words, el("button", { type: "submit", textContent: "发语音" }));
  form.onsubmit = (event) => {
    event.preventDefault();
    sheet(phone);
    post(phone.person.openid, "voice", { transcript: words.value || null });
  };
  return form;
}

function more(phone) {
  if (!phone.sheet.hidden) return sheet(phone);
  const spots = () => sheet(phone, ...state.spots.map((spot) => choice(phone, `${spot.label}`, "location", spot)));
  const codes = () => sheet(phone, ...state.codes.map((code) => choice(phone, `${code.label}`, "scan", code)));
  return sheet(
    phone,
    choice(phone, "拍一张照片", "picture", photo),
    ...fileChooser(phone),
    voiceForm(phone),
    el("button", { type: "button", textContent: "发送位置…", onclick: spots }),
    el("button", { type: "button", textContent: "扫楼栋二维码…", onclick: codes }),
  );
}

function drawMenu(phone) {
  const menu = state.menus[phone.person.openid];
  const drawn = JSON.stringify(menu);
  if (phone.drawn === drawn) return;
  phone.drawn = drawn;
  const tap = (entry) => choice(phone, entry.name, "tap", { name: entry.name, key: entry.key });
  phone.menu.replaceChildren(...menu.button.map((entry) => {
    const below = entry.sub_button || [];
    if (!below.length) return tap(entry);
    return el("button", { type: "button", textContent: `≡ ${entry.name}`, onclick: () => sheet(phone, ...below.map(tap)) });
  }));
  phone.menu.hidden = menu.button.length === 0;
}

function setFollowed(phone, followed) {
  phone.followed = followed;
  phone.follow.textContent = followed ? "取消关注" : "关注";
}

function addPhone(person) {
  const root = document.getElementById("phone").content.cloneNode(true).firstElementChild;
  const find = (selector) => root.querySelector(selector);
  const phone = {
    person, seen: new Set(), chat: find(".chat"), sheet: find(".sheet"), menu: find(".menu"), follow: find(".follow"),
  };
  phones.set(person.openid, phone);
  root.dataset.openid = person.openid;
  root.setAttribute("aria-label", person.name);
  find(".avatar").textContent = person.name.slice(0, 1);
  find(".name").textContent = person.name;
  find(".about").textContent = person.about;
  setFollowed(phone, person.followed);
  phone.follow.onclick = async () => {
    await post(person.openid, phone.followed ? "unfollow" : "follow");
    setFollowed(phone, !phone.followed);
  };
  find(".more").onclick = () => more(phone);
  find(".typing").onsubmit = (event) => {
    event.preventDefault();
    const field = find(".words");
    if (!field.value) return;
    sheet(phone);
    post(person.openid, "say", { text: field.value });
    field.value = "";
  };
  drawMenu(phone);
  document.getElementById("phones").append(root);
}

async function refresh() {
  state = await (await fetch("/chat/state")).json();
  for (const person of state.people) if (!phones.has(person.openid)) addPhone(person);
  for (const phone of phones.values()) drawMenu(phone);
  state.bubbles.forEach(show);
  document.getElementById("forward").hidden = !state.forward;
  document.body.dataset.ready = "1";
}

for (const button of document.querySelectorAll("#forward button")) {
  button.onclick = async () => {
    const output = document.querySelector("#forward output");
    output.textContent = "…";
    const answer = await fetch("/chat/forward", {
      method: "POST", headers: { "Content-Type": "application/json" }, body: JSON.stringify({ hours: Number(button.dataset.hours) }),
    });
    output.textContent = answer.ok ? `现在是 ${(await answer.json()).now}` : "没有成功";
  };
}

const events = new EventSource("/chat/events");
events.onmessage = (event) => show(JSON.parse(event.data));
events.onopen = refresh;
setInterval(async () => {
  if (!state) return;
  state.menus = await (await fetch("/chat/menus")).json();
  for (const phone of phones.values()) drawMenu(phone);
}, 2000);
