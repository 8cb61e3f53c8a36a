import { Button, Group, Text } from "@mantine/core";
import { useMutation } from "@tanstack/react-query";
import type { Heard } from "../../api/ask";
import { tAsk } from "../../text/ask";
import { PriceButton } from "../../ui/PriceButton";
import { ProblemNote } from "../../ui/ProblemNote";
import { useRecorder } from "./useRecorder";

const words = tAsk.voice;

interface Props {
  asking: boolean;
  hear: (recording: Blob) => Promise<Heard>;
  /** What was heard and not yet asked: to be looked over and sent. */
  onUnsure: (heard: string) => void;
}

/** Say the question. It is answered when it was heard without a doubt; else its words are shown, free of charge. */
export default function Voice({ asking, hear, onUnsure }: Props) {
  const sent = useMutation({
    mutationFn: hear,
    onSuccess: ({ heard, needs_confirmation }) => {
      if (needs_confirmation && heard !== "") onUnsure(heard);
    },
  });
  const { seconds, refused, start, finish, cancel } = useRecorder(sent.mutate);
  if (seconds !== null)
    return (
      <Group gap="xs">
        <Button onClick={finish}>{words.send(seconds)}</Button>
        <Button variant="default" onClick={cancel}>
          {words.cancel}
        </Button>
      </Group>
    );
  return (
    <>
      <PriceButton
        feature="natural_language_query"
        label={words.speak}
        variant="default"
        loading={sent.isPending}
        disabled={asking}
        onClick={() => void start()}
      />
      <div role="status">
        {sent.isPending ? <Text size="sm">{words.hearing}</Text> : null}
        {sent.data?.message ? <Text size="sm">{sent.data.message}</Text> : null}
        {refused ? <Text size="sm">{words.refused}</Text> : null}
      </div>
      {sent.isError ? <ProblemNote error={sent.error} paid /> : null}
    </>
  );
}
