// Each chart says what its table says; a point opens the tickets that the table's figure opens.

const COLOURS = ["#1f5f8b", "#2e7d32", "#b5651d", "#6a2c8c", "#7a7f85"];
const FONT = "Noto Sans SC, sans-serif";

function whiskers(index, ends) {
  // The interval of each bar as a thin line over it.
  return {
    type: "custom", silent: true, tooltip: { show: false }, data: ends.map((pair, at) => [at, ...(pair ?? [NaN, NaN])]), z: 5,
    renderItem: (params, api) => {
      if (Number.isNaN(api.value(1))) return null;
      const layout = api.barLayout({ barMaxWidth: 26, count: 3 })[index];
      const [x, low] = api.coord([api.value(0), api.value(1)]), [, high] = api.coord([api.value(0), api.value(2)]), at = x + layout.offsetCenter;
      const line = (x1, y1, x2, y2) => ({ type: "line", shape: { x1, y1, x2, y2 }, style: { stroke: "#1d232a", lineWidth: 1.3 } });
      return { type: "group", children: [line(at, low, at, high), line(at - 4, low, at + 4, low), line(at - 4, high, at + 4, high)] };
    },
  };
}

function option(chart, wide) {
  const lying = chart.kind === "lying", many = chart.labels.length > 8;
  const room = lying ? Math.min(wide > 500 ? 190 : 120, 16 + 12.5 * Math.max(...chart.labels.map((label) => label.length))) : 8;
  const labels = { type: "category", data: chart.labels, inverse: lying, axisLabel: { interval: chart.kind === "line" ? "auto" : 0, rotate: !lying && chart.kind === "bar" && many ? 35 : 0, width: lying ? room - 14 : undefined, overflow: lying ? "truncate" : undefined } };
  const values = { type: "value", min: 0, max: chart.percent ? 100 : undefined, minInterval: chart.percent ? undefined : 1, axisLabel: { formatter: chart.percent ? "{value}%" : "{value}" } };
  const series = chart.series.map((each, index) => ({
    name: each.name, type: chart.kind === "line" ? "line" : "bar", data: each.values, barMaxWidth: 26, symbolSize: 8, symbol: ["circle", "rect", "triangle"][index % 3],
    itemStyle: { color: COLOURS[index % COLOURS.length] }, lineStyle: { width: 2, type: index === 2 ? "dashed" : "solid" },
  }));
  if (chart.percent) series.push(...chart.series.map((each, index) => whiskers(index, each.ends)));
  return {
    animation: false, color: COLOURS, textStyle: { fontFamily: FONT }, legend: { top: 0, left: 0, right: 0, data: chart.series.map((each) => each.name) },
    tooltip: { trigger: "axis", axisPointer: { type: chart.kind === "line" ? "line" : "shadow" }, confine: true },
    grid: { left: room, right: 20, top: 12 + 24 * Math.ceil((chart.series.length * 130) / wide), bottom: lying ? 28 : 8, containLabel: !lying },
    xAxis: lying ? values : labels, yAxis: lying ? labels : values, series,
  };
}

for (const place of document.querySelectorAll(".drawing")) {
  const said = JSON.parse(place.dataset.chart);
  if (said.kind === "lying") {
    place.classList.add("lying");
    place.style.height = `${Math.max(10, 5 + said.labels.length * (1.1 + 0.45 * said.series.length))}em`;
  }
  const chart = window.echarts.init(place, null, { renderer: "svg" });
  chart.setOption(option(said, place.clientWidth));
  chart.on("click", ({ dataIndex, seriesIndex }) => {
    place.closest(".chart").querySelector(`[data-cell="${dataIndex}:${seriesIndex}"]`)?.click();
  });
  window.addEventListener("resize", () => chart.resize());
}
