import "@mantine/charts/styles.css";
import { AreaChart, BarChart, DonutChart } from "@mantine/charts";
import { count } from "../format";
import { heightOf, MOST_BARS, type Point, steps } from "../visual";

interface Props {
  kind: string;
  points: Point[];
  title: string;
}

const ACCENT = "green.7";
const SLICES = ["green.8", "green.5", "gray.6", "green.3", "gray.4", "green.9", "gray.8", "green.2"];
const compact = new Intl.NumberFormat("en-GB", { notation: "compact", maximumFractionDigits: 1 });
const short = (value: number): string => compact.format(value);

/** One chart: a line over time, bars for names, a ring for shares, a waterfall for what moved. */
export default function Drawn({ kind, points, title }: Props) {
  return (
    <div role="img" aria-label={title}>
      {kind === "line" ? <Line points={points} /> : null}
      {kind === "pie" ? <Ring points={points} /> : null}
      {kind === "waterfall" ? <Waterfall points={points} /> : null}
      {kind === "bar" ? <Bar points={points} /> : null}
      {kind === "columns" ? <Columns points={points} /> : null}
    </div>
  );
}

const Line = ({ points }: { points: Point[] }) => (
  <AreaChart
    h={heightOf("line", points.length)}
    data={points.map(({ label, value }) => ({ label, value }))}
    dataKey="label"
    series={[{ name: "value", label: " ", color: ACCENT }]}
    curveType="linear"
    withDots={points.length < 15}
    withGradient={false}
    fillOpacity={0.12}
    tickLine="none"
    gridAxis="x"
    valueFormatter={count}
    yAxisProps={{ tickFormatter: short, width: 48 }}
  />
);

/** Lying bars, so that names can be read on a phone; the first ten. */
const Bar = ({ points }: { points: Point[] }) => (
  <BarChart
    h={heightOf("bar", points.length)}
    data={points.slice(0, MOST_BARS).map(({ label, value }) => ({ label, value }))}
    dataKey="label"
    orientation="vertical"
    series={[{ name: "value", label: " ", color: ACCENT }]}
    tickLine="none"
    gridAxis="y"
    valueFormatter={count}
    maxBarWidth={22}
    xAxisProps={{ tickFormatter: short }}
    yAxisProps={{ width: 120, tickFormatter: (name: string) => (name.length > 17 ? `${name.slice(0, 16)}…` : name) }}
  />
);

/** Standing bars: one for each day. */
const Columns = ({ points }: { points: Point[] }) => (
  <BarChart
    h={heightOf("columns", points.length)}
    data={points.map(({ label, value }) => ({ label, value }))}
    dataKey="label"
    series={[{ name: "value", label: " ", color: ACCENT }]}
    tickLine="none"
    gridAxis="x"
    valueFormatter={count}
    maxBarWidth={18}
    yAxisProps={{ tickFormatter: short, width: 32 }}
  />
);

const Ring = ({ points }: { points: Point[] }) => (
  <DonutChart
    mx="auto"
    size={heightOf("pie", points.length)}
    thickness={28}
    withLabelsLine={false}
    valueFormatter={count}
    data={points.map(({ label, value }, index) => ({
      name: label,
      value,
      color: SLICES[index % SLICES.length] ?? ACCENT,
    }))}
  />
);

function Waterfall({ points }: { points: Point[] }) {
  const data = steps(points).map(({ label, base, height, kind }) => ({
    label,
    base,
    total: kind === "total" ? height : 0,
    up: kind === "up" ? height : 0,
    down: kind === "down" ? height : 0,
  }));
  return (
    <BarChart
      h={heightOf("waterfall", points.length)}
      type="stacked"
      data={data}
      dataKey="label"
      series={[
        { name: "base", color: "transparent" },
        { name: "total", color: "gray.6" },
        { name: "up", color: ACCENT },
        { name: "down", color: "red.7" },
      ]}
      withTooltip={false}
      tickLine="none"
      gridAxis="x"
      maxBarWidth={48}
      yAxisProps={{ tickFormatter: short, width: 48 }}
    />
  );
}
