import { useInViewport } from "@mantine/hooks";
import { lazy, Suspense, useRef } from "react";
import { heightOf, type Point } from "./visual";

const Drawn = lazy(() => import("./charts/Drawn"));

interface Props {
  kind: string;
  points: Point[];
  title: string;
}

/** A chart, in the place that is kept for it. Its script, the largest of all, comes once the place is seen. */
export function Chart(chart: Props) {
  const { ref, inViewport } = useInViewport<HTMLDivElement>();
  const seen = useRef(false);
  seen.current ||= inViewport;
  return (
    <div ref={ref} style={{ minHeight: heightOf(chart.kind, chart.points.length) }}>
      {seen.current ? (
        <Suspense>
          <Drawn {...chart} />
        </Suspense>
      ) : null}
    </div>
  );
}
