import { Text, type TextProps } from "@mantine/core";
import { type Amount, money } from "./format";

/** An amount in GHS; `whole` leaves the pesewas away where the size is what matters. */
export function Money({ value, whole = false, ...rest }: { value: Amount; whole?: boolean } & TextProps) {
  return (
    <Text span inherit {...rest}>
      {money(value, { whole })}
    </Text>
  );
}
