import type { Report, Row } from "../../api/shapes";
import { tReports } from "../../text/reports";
import { Chart } from "../../ui/Chart";
import { Columns } from "../../ui/Columns";
import { DataTable } from "../../ui/DataTable";
import { Figure } from "../../ui/Figure";
import { day } from "../../ui/format";
import { Empty } from "../../ui/StateOf";
import type { Point } from "../../ui/visual";
import { bareCellOf, figureOf, headOf, titleOf } from "../../ui/words";
import type { Kind } from "./kinds";

/** The leading figures, the first large, each against the period before. */
export function Figures({ report: { summary, comparison }, kind }: { report: Report; kind: Kind }) {
  const [first = "", ...others] = kind.figures;
  return (
    <>
      <Figure
        large
        label={titleOf(first)}
        value={figureOf(first, summary[first])}
        changed={kind.now ? null : comparison?.change_percent?.[first]}
        meaning={
          !kind.now && comparison && comparison.summary[first] !== undefined
            ? tReports.against(figureOf(first, comparison.summary[first]))
            : null
        }
      />
      <Columns phone={2} desk={others.length}>
        {others.map((key) => (
          <Figure
            key={key}
            label={titleOf(key)}
            value={figureOf(key, summary[key])}
            changed={kind.now ? null : comparison?.change_percent?.[key]}
          />
        ))}
      </Columns>
    </>
  );
}

export function Picture({ report: { results }, kind, title }: { report: Report; kind: Kind; title: string }) {
  const { chart } = kind;
  const points = pointsOf(results, chart);
  if (points.length < 2) return null;
  return <Chart kind={chart.kind} points={points} title={title} />;
}

/** A line has every day; bars have the largest first, one for each name, and none for nothing. */
export function pointsOf(results: readonly Row[], { label, value, kind }: Kind["chart"]): Point[] {
  if (kind === "line")
    return results.map((row) => {
      const name = String(row[label] ?? "");
      return { label: label === "period" && name.length === 10 ? day(name) : name, value: Number(row[value]) };
    });
  const sums = new Map<string, number>();
  for (const row of results) {
    const name = String(row[label] ?? "");
    sums.set(name, (sums.get(name) ?? 0) + Number(row[value] ?? 0));
  }
  return [...sums]
    .map(([name, sum]): Point => ({ label: name, value: Math.round(sum * 100) / 100 }))
    .filter((point) => point.value !== 0)
    .toSorted((one, other) => Math.abs(other.value) - Math.abs(one.value));
}

export function Rows({ report: { results }, kind, title }: { report: Report; kind: Kind; title: string }) {
  if (results.length === 0) return <Empty>{tReports.empty}</Empty>;
  return (
    <DataTable
      label={title}
      rows={results}
      keyOf={(_, index) => String(index)}
      columns={kind.columns.map((key, index) => ({
        key,
        title: headOf(key),
        number: index > 0 && key !== "name" && key !== "note",
        cell: (row: Row) => bareCellOf(key, row[key]),
      }))}
    />
  );
}
