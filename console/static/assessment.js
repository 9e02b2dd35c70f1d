// The three rates of each community as bars; the table below says the same.

const place = document.getElementById("chart");
const rows = JSON.parse(place.dataset.chart);
if (rows.some((row) => row.response !== null || row.solution !== null || row.satisfaction !== null)) {
  const chart = window.echarts.init(place, null, { renderer: "svg" });
  const series = [["response", "响应率", "#1f5f8b"], ["solution", "解决率", "#2e7d32"], ["satisfaction", "满意率", "#b5651d"]];
  chart.setOption({
    animation: false,
    textStyle: { fontFamily: "Noto Sans SC, sans-serif" },
    legend: { top: 0 },
    grid: { left: 48, right: 16, top: 40, bottom: 48 },
    tooltip: { trigger: "axis" },
    xAxis: { type: "category", data: rows.map((row) => row.name), axisLabel: { interval: 0, rotate: rows.length > 5 ? 30 : 0 } },
    yAxis: { type: "value", max: 100, axisLabel: { formatter: "{value}%" } },
    series: series.map(([key, name, color]) => ({ name, type: "bar", barMaxWidth: 40, data: rows.map((row) => row[key]), itemStyle: { color } })),
  });
  window.addEventListener("resize", () => chart.resize());
} else {
  place.hidden = true;
}
