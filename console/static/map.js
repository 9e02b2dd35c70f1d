// The map: areas and points as they stand in the list beside it; near points are drawn as one, or all as heat.

const QUOTED = "'Noto Sans SC'", FONT = "Noto Sans SC, sans-serif", NEAR = 44, MOST_TILES = 90, TILE = 256, NEAREST = 18;
const COLOURS = { risky: "#b3141d", usual: "#17527c", event: "#8a5300", station: "#1b6e2e", worker: "#6a2c8c", loose: "#5c6670" };
const SHAPES = { event: "diamond", station: "rect", worker: "triangle" };
const box = document.getElementById("map-box"), tiles = document.getElementById("tiles");
const chart = window.echarts.init(document.getElementById("map"), null, { renderer: "canvas" });
let drawn = { areas: [], spots: [] }, waits = false;

// Mercator, as tiles are drawn: what is round stays round.
const mercator = {
  project: ([lon, lat]) => [lon, -Math.log(Math.tan(Math.PI / 4 + (lat * Math.PI) / 360)) * (180 / Math.PI)],
  unproject: ([x, y]) => [x, (Math.atan(Math.exp((-y * Math.PI) / 180)) * 360) / Math.PI - 90],
};

function chosen(name) { return [...document.querySelectorAll(`#map-how [name=${name}]:checked`)].map((each) => each.value); }
function pixel(lon, lat) { return chart.convertToPixel("geo", [lon, lat]); }
function escaped(text) { const node = document.createElement("i"); node.textContent = text; return node.innerHTML; }

// All that is drawn, with a little room around it: a region that nobody sees.
function frame() {
  const points = drawn.spots.map((spot) => [spot[3], spot[4]]);
  for (const area of drawn.areas) for (const part of area.parts) points.push(...part);
  if (!points.length) return null;
  let [west, south, east, north] = [180, 90, -180, -90];
  for (const [lon, lat] of points) { west = Math.min(west, lon); east = Math.max(east, lon); south = Math.min(south, lat); north = Math.max(north, lat); }
  const room = Math.max(east - west, north - south, 0.002) * 0.06;
  [west, south, east, north] = [west - room, south - room, east + room, north + room];
  return [[[west, south], [east, south], [east, north], [west, north], [west, south]]];
}

function regions() {
  const features = drawn.areas.map((area) => ({
    type: "Feature", properties: { name: area.id }, geometry: { type: "MultiPolygon", coordinates: area.parts.map((part) => [part]) },
  }));
  const around = frame();
  if (around) features.unshift({ type: "Feature", properties: { name: "around" }, geometry: { type: "Polygon", coordinates: around } });
  return { type: "FeatureCollection", features };
}

function geo() {
  const over = box.dataset.tiles !== "", called = Object.fromEntries(drawn.areas.map((area) => [area.id, area.name]));
  return {
    map: "here", roam: true, projection: mercator, scaleLimit: { min: 0.7, max: 60 }, top: 8, bottom: 8, left: 8, right: 8, preserveAspect: "contain",
    label: { show: false }, emphasis: { disabled: true }, select: { disabled: true }, tooltip: { show: false },
    itemStyle: { areaColor: "transparent", borderColor: "transparent" },
    regions: drawn.areas.map((area) => ({
      name: area.id,
      itemStyle: {
        areaColor: over ? "rgba(23,82,124,.06)" : area.kind === "courtyard" ? "#dbe7f0" : "#eef3f7",
        borderColor: "#5f7f99", borderWidth: area.kind === "community" ? 1.6 : 1, borderType: area.known ? "solid" : "dashed",
      },
      label: { show: area.kind === "community", formatter: () => called[area.id], color: "#22384a", fontSize: 14, fontWeight: 700, offset: [0, -18], textBorderColor: "#fff", textBorderWidth: 3, fontFamily: FONT },
    })),
  };
}

// Tickets whose points lie near each other on the screen become one, around where the most are.
function clusters() {
  const found = [];
  const tickets = drawn.spots.filter((spot) => spot[0] === "ticket" || spot[0] === "loose").sort((one, other) => other[5] - one[5]);
  for (const spot of tickets) {
    const [x, y] = pixel(spot[3], spot[4]);
    const near = found.find((each) => Math.hypot(each.x - x, each.y - y) < NEAR);
    const cluster = near ?? { x, y, value: [spot[3], spot[4], 0], spots: [], dangers: 0 };
    if (!near) found.push(cluster);
    cluster.value[2] += spot[5]; cluster.dangers += spot[6]; cluster.spots.push(spot);
  }
  return found.map(({ value, spots, dangers }) => ({
    value, spots, dangers, symbolSize: Math.min(46, 20 + 5 * Math.log2(value[2])),
    itemStyle: { color: dangers ? COLOURS.risky : COLOURS.usual, opacity: 0.92 },
  }));
}

function told({ data, seriesName }) {
  if (!data?.spots) return escaped(seriesName);
  const [first] = data.spots, dangers = data.dangers ? `，隐患 ${data.dangers} 件` : "";
  if (data.spots.length > 1) return `${data.spots.length} 处，未办结 ${data.value[2]} 件${dangers}`;
  return first[0] === "ticket" ? `${escaped(first[2])}：未办结 ${data.value[2]} 件${dangers}` : escaped(first[2]);
}

function series() {
  const layers = chosen("layer"), tickets = layers.includes("ticket"), heat = chosen("view")[0] === "heat";
  const shown = [];
  if (tickets && heat) {
    const data = drawn.spots.filter((spot) => spot[0] === "ticket" || spot[0] === "loose").map((spot) => [spot[3], spot[4], spot[5]]);
    shown.push({ type: "heatmap", name: "heat", coordinateSystem: "geo", data, pointSize: 22, blurSize: 26, minOpacity: 0.02 });
  }
  if (tickets && !heat) {
    shown.push({
      type: "scatter", name: "工单", coordinateSystem: "geo", data: clusters(), z: 5,
      label: { show: true, formatter: ({ value }) => String(value[2]), color: "#fff", fontWeight: 700 },
    });
  }
  for (const layer of Object.keys(SHAPES).filter((each) => layers.includes(each))) {
    const own = drawn.spots.filter((spot) => spot[0] === layer);
    const data = own.map((spot) => ({ value: [spot[3], spot[4], 1], spots: [spot], dangers: 0 }));
    const style = { color: COLOURS[layer], borderColor: "#fff", borderWidth: 1.5 };
    shown.push({ type: "scatter", name: layer, coordinateSystem: "geo", symbol: SHAPES[layer], symbolSize: layer === "event" ? 22 : 15, data, itemStyle: style, z: 6 });
  }
  return shown;
}

function scale() {
  const counts = drawn.spots.filter((spot) => spot[0] === "ticket").map((spot) => spot[5]);
  const heat = chosen("layer").includes("ticket") && chosen("view")[0] === "heat";
  return heat
    ? [{ show: true, min: 0, max: Math.max(2, 0.6 * Math.max(0, ...counts)), seriesIndex: 0, calculable: false, left: 8, bottom: 8, text: ["多", "少"], textStyle: { fontFamily: FONT }, inRange: { color: ["#4a90c4", "#7fc97f", "#ffd24d", "#f07c2e", "#b3141d"] } }]
    : [];
}

function draw() {
  const animation = false, tooltip = { trigger: "item", formatter: told, confine: true, textStyle: { fontFamily: FONT } };
  chart.setOption({ animation, tooltip, geo: [{ ...geo(), ...place() }], visualMap: scale(), series: series() }, { replaceMerge: ["series", "visualMap"] });
  underlay();
}

function place() {
  const [now] = chart.getOption()?.geo ?? [];
  return now ? { zoom: now.zoom, center: now.center } : {};
}

// Only what the zoom changes: how points gather, and the tiles.
function moved() {
  if (waits) return;
  waits = true;
  requestAnimationFrame(() => { waits = false; chart.setOption({ series: series() }, { replaceMerge: ["series"] }); underlay(); });
}

// What lies at a pixel: between two corners of the frame everything is straight in the projection.
function spotOf() {
  const [one, , two] = frame()[0], [from, to] = [one, two].map(mercator.project), [start, end] = [one, two].map((each) => pixel(...each));
  const along = (index, value) => from[index] + ((value - start[index]) / (end[index] - start[index])) * (to[index] - from[index]);
  return (x, y) => mercator.unproject([along(0, x), along(1, y)]);
}

function underlay() {
  if (!box.dataset.tiles || box.hidden) return;
  const at = spotOf(), [west, north] = at(0, 0), [east, south] = at(box.clientWidth, box.clientHeight);
  const z = Math.max(1, Math.min(NEAREST, Math.round(Math.log2((box.clientWidth / (east - west)) * (360 / TILE))))), count = 2 ** z;
  const column = (lon) => Math.floor(((lon + 180) / 360) * count);
  const row = (lat) => Math.floor(((1 - Math.log(Math.tan(Math.PI / 4 + (lat * Math.PI) / 360)) / Math.PI) / 2) * count);
  const edge = (x, y) => pixel((x / count) * 360 - 180, (Math.atan(Math.sinh(Math.PI * (1 - (2 * y) / count))) * 180) / Math.PI);
  const wanted = new Map();
  for (let y = row(north); y <= row(south) && wanted.size < MOST_TILES; y += 1) {
    for (let x = column(west); x <= column(east) && wanted.size < MOST_TILES; x += 1) wanted.set(`${z}/${x}/${y}`, [x, y]);
  }
  for (const old of [...tiles.children]) if (!wanted.has(old.dataset.at)) old.remove();
  for (const [name, [x, y]] of wanted) {
    const [left, top] = edge(x, y), [right, bottom] = edge(x + 1, y + 1);
    const tile = tiles.querySelector(`[data-at="${name}"]`) ?? fresh(name, z, x, y);
    Object.assign(tile.style, { left: `${left}px`, top: `${top}px`, width: `${right - left + 0.5}px`, height: `${bottom - top + 0.5}px` });
  }
}

function fresh(at, z, x, y) {
  const tile = document.createElement("img");
  Object.assign(tile, { alt: "", referrerPolicy: "no-referrer" });
  tile.dataset.at = at;
  tile.addEventListener("error", () => { tile.hidden = true; });
  tile.src = box.dataset.tiles.replace("{z}", z).replace("{x}", x).replace("{y}", y);
  return tiles.appendChild(tile);
}

function zoom(times) {
  const [now] = chart.getOption().geo;
  chart.setOption({ geo: [times ? { zoom: Math.max(0.7, Math.min(60, (now.zoom ?? 1) * times)), center: now.center } : { zoom: 1, center: null }] });
  moved();
}

function follow(spot) {
  const [layer, key] = spot;
  if (layer === "ticket") {
    const address = new URL(document.getElementById("map-data").dataset.behind, location.href);
    address.searchParams.set("place", key);
    window.htmx.ajax("GET", address.pathname + address.search, { target: "#behind", swap: "innerHTML show:#behind:top" });
  } else if (layer === "loose") location.assign(`tickets/${key}`);
  else if (layer === "event") location.assign(`events/${key}`);
}

function renew() {
  drawn = JSON.parse(document.getElementById("map-data").dataset.drawn);
  box.hidden = !drawn.spots.length && !drawn.areas.length;
  if (box.hidden) return;
  window.echarts.registerMap("here", regions());
  chart.resize();
  chart.setOption({ animation: false, geo: [{ ...geo(), ...place() }] });
  draw();
  lettered();
}

// A canvas is not drawn anew when the signs of a web font have come.
function lettered() {
  const names = drawn.areas.map((area) => area.name).join("");
  const loads = [document.fonts.load(`700 14px ${QUOTED}`, names), document.fonts.load(`14px ${QUOTED}`, `${names}多少`)];
  Promise.all(loads).then(draw);
}

chart.on("georoam", moved);
chart.on("click", ({ data }) => {
  if (!data?.spots) return;
  if (data.spots.length === 1) { follow(data.spots[0]); return; }
  chart.setOption({ geo: [{ center: mercator.project(data.value) , zoom: Math.min(60, (chart.getOption().geo[0].zoom ?? 1) * 2.2) }] });
  moved();
});
for (const button of document.querySelectorAll("[data-zoom]")) {
  button.addEventListener("click", () => zoom({ in: 1.6, out: 1 / 1.6, whole: 0 }[button.dataset.zoom]));
}
document.getElementById("map-how").addEventListener("change", draw);
const back = document.getElementById("back");
back.addEventListener("input", () => {
  const said = JSON.parse(back.dataset.days)[back.value];
  back.nextElementSibling.textContent = said;
  back.setAttribute("aria-valuetext", said);
});
document.addEventListener("htmx:afterSettle", (event) => { if (event.target.id === "map-list") renew(); });
window.addEventListener("resize", () => { chart.resize(); moved(); });
renew();
