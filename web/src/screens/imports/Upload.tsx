import { Button, Checkbox, Group, NativeSelect, Stack, Text, TextInput } from "@mantine/core";
import { useMutation } from "@tanstack/react-query";
import { useState } from "react";
import { type Import, type Kind, type Upload as Options, sources } from "../../api/imports";
import { tImports } from "../../text/imports";
import { ProblemNote } from "../../ui/ProblemNote";
import { Outcome } from "./Outcome";

type Notation = Pick<Options, "decimal" | "dates">;

const choices = (names: Record<string, string>) => Object.entries(names).map(([value, label]) => ({ value, label }));

/** A file is looked at first, and comes in with a second press. */
export function Upload({ kind }: { kind: Kind }) {
  const [file, setFile] = useState<File | null>(null);
  const [change, setChange] = useState(false);
  const [notation, setNotation] = useState<Notation>({});
  const [share, setShare] = useState(0);
  const [sent, setSent] = useState<Import | null>(null);
  const source = sources[kind];
  const send = useMutation({
    mutationFn: ({ chosen, check }: { chosen: File; check: boolean }) =>
      source.send({ file: chosen, ...notation, ...(change ? { mode: "update" } : {}) }, check, setShare),
    onMutate: () => setShare(0),
    onSuccess: setSent,
  });
  const anew = () => {
    setSent(null);
    send.reset();
  };
  const isRefused = send.isError || (sent !== null && sent.status === "failed");
  return (
    <Stack>
      <TextInput
        type="file"
        label={tImports.file}
        description={tImports.fileNote}
        accept=".csv,.gz,.txt,.xlsx"
        maw={420}
        onChange={({ currentTarget: { files } }) => {
          setFile(files?.[0] ?? null);
          anew();
        }}
      />
      {source.undo ? (
        <Checkbox
          label={tImports.change}
          checked={change}
          onChange={({ currentTarget: { checked } }) => {
            setChange(checked);
            anew();
          }}
        />
      ) : null}
      {isRefused || notation.decimal || notation.dates ? (
        <HowItWrites notation={notation} onChange={setNotation} />
      ) : null}
      {sent === null || isRefused ? (
        <Group>
          <Button
            disabled={file === null}
            loading={send.isPending}
            onClick={() => file && send.mutate({ chosen: file, check: true })}
          >
            {tImports.check}
          </Button>
          <Text c="dimmed">{tImports.checkNote}</Text>
        </Group>
      ) : null}
      {send.isPending ? (
        <progress aria-label={tImports.sending} value={share} max={1} style={{ width: "100%" }} />
      ) : null}
      {send.isError ? <ProblemNote error={send.error} /> : null}
      {sent && file ? (
        <Outcome
          key={sent.id}
          kind={kind}
          sent={sent}
          isSending={send.isPending}
          onBring={() => send.mutate({ chosen: file, check: false })}
        />
      ) : null}
    </Stack>
  );
}

/** Asked where a file can be read in two ways. */
function HowItWrites({ notation, onChange }: { notation: Notation; onChange: (notation: Notation) => void }) {
  return (
    <Group>
      <NativeSelect
        label={tImports.decimal}
        size="md"
        data={choices(tImports.decimals)}
        value={notation.decimal ?? ""}
        onChange={({ currentTarget: { value } }) =>
          onChange({ ...notation, decimal: value === "point" || value === "comma" ? value : "" })
        }
      />
      <NativeSelect
        label={tImports.dates}
        size="md"
        data={choices(tImports.orders)}
        value={notation.dates ?? ""}
        onChange={({ currentTarget: { value } }) =>
          onChange({ ...notation, dates: value === "day-first" || value === "month-first" ? value : "" })
        }
      />
    </Group>
  );
}
