import { NumberInput, SegmentedControl, Stack } from "@mantine/core";
import { useMay } from "../../app/rights";
import { tSell } from "../../text/sell";
import { fromPesewas, money, pesewas } from "../../ui/format";
import classes from "../../ui/ui.module.css";
import type { Till } from "./useTill";

/** Less for this sale: a discount as far as one's role goes, and the price tier for those who may choose it. */
export default function Terms({ till }: { till: Till }) {
  const may = useMay();
  const { tier, discount, mostDiscount } = till;
  return (
    <details>
      <summary className={classes.summary}>{tSell.terms}</summary>
      <Stack gap="sm" mt="xs">
        {may("sell.override") ? (
          <SegmentedControl
            aria-label={tSell.tier}
            value={tier}
            onChange={till.setTier}
            data={[
              { value: "retail" as const, label: tSell.tiers.retail },
              { value: "wholesale" as const, label: tSell.tiers.wholesale },
            ]}
          />
        ) : null}
        <NumberInput
          label={tSell.discount}
          description={tSell.mostDiscount(money(fromPesewas(mostDiscount)))}
          value={discount === 0 ? "" : discount / 100}
          onChange={(value) => till.setDiscount(pesewas(value))}
          min={0}
          max={mostDiscount / 100}
          clampBehavior="strict"
          decimalScale={2}
          hideControls
          maw={220}
        />
      </Stack>
    </details>
  );
}
