import { useMantineTheme } from "@mantine/core";
import { Area, CartesianGrid, ComposedChart, Line, ResponsiveContainer, XAxis, YAxis } from "recharts";

export interface BandPoint {
  label: string;
  expected: number;
  range: [number, number];
}

/** What is expected, within the band in which most days will lie. */
export default function Band({ points, title }: { points: BandPoint[]; title: string }) {
  const { colors } = useMantineTheme();
  const accent = colors.green?.[7] ?? "currentColor";
  const quiet = "var(--mantine-color-dimmed)";
  return (
    <div role="img" aria-label={title}>
      <ResponsiveContainer width="100%" height={220}>
        <ComposedChart data={points} margin={{ left: 0, right: 8, top: 8, bottom: 0 }}>
          <CartesianGrid vertical={false} stroke="var(--line)" />
          <XAxis dataKey="label" tickLine={false} tick={{ fontSize: 12, fill: quiet }} minTickGap={24} />
          <YAxis tickLine={false} axisLine={false} width={36} tick={{ fontSize: 12, fill: quiet }} />
          <Area dataKey="range" stroke="none" fill={accent} fillOpacity={0.15} isAnimationActive={false} />
          <Line dataKey="expected" stroke={accent} strokeWidth={2} dot={false} isAnimationActive={false} />
        </ComposedChart>
      </ResponsiveContainer>
    </div>
  );
}
