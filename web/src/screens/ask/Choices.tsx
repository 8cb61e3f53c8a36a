import { Stack, Text, UnstyledButton } from "@mantine/core";
import type { Choice } from "../../api/shapes";
import { tAsk } from "../../text/ask";
import classes from "./ask.module.css";

interface Props {
  choices: Choice[];
  active: boolean;
  onAsk: (question: string, choice: string) => void;
}

/** The ways in which a question can be read, each with what would be counted. */
export function Choices({ choices, active, onAsk }: Props) {
  if (choices.length === 0) return null;
  return (
    <Stack gap="xs">
      <Text size="sm" c="dimmed">
        {tAsk.choose}
      </Text>
      {choices.map(({ id, question, plan }) => (
        <UnstyledButton
          key={id}
          className={classes.choice ?? ""}
          disabled={!active}
          onClick={() => onAsk(question, id)}
        >
          <Text fw={600}>{question}</Text>
          <Text size="sm" c="dimmed">
            {plan}
          </Text>
        </UnstyledButton>
      ))}
    </Stack>
  );
}
