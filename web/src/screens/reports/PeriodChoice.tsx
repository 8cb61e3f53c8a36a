import { Select } from "@mantine/core";
import type { Period } from "../../api/reports";
import { tReports } from "../../text/reports";

const options = [
  { value: "this_month" as const, label: tReports.periods.this_month },
  { value: "last_month" as const, label: tReports.periods.last_month },
  { value: "days_30" as const, label: tReports.periods.days_30 },
  { value: "days_90" as const, label: tReports.periods.days_90 },
  { value: "year" as const, label: tReports.periods.year },
];

export const PeriodChoice = ({ value, onChange }: { value: Period | null; onChange: (period: Period) => void }) => (
  <Select
    aria-label={tReports.period}
    placeholder={tReports.period}
    w={190}
    size="sm"
    allowDeselect={false}
    data={options}
    value={value}
    onChange={(chosen) => {
      const found = options.find((option) => option.value === chosen);
      if (found) onChange(found.value);
    }}
  />
);
