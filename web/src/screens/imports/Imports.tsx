import { Anchor, NativeSelect, Stack, Text } from "@mantine/core";
import { useNavigate, useSearch } from "@tanstack/react-router";
import { csv, save } from "../../api/files";
import { type Kind, sources } from "../../api/imports";
import { tImports } from "../../text/imports";
import { Section } from "../../ui/Page";
import { columns } from "./columns";
import { Earlier } from "./Earlier";
import { Upload } from "./Upload";

const isKind = (value: string | undefined): value is Kind => value !== undefined && value in sources;

const options = Object.entries(tImports.kinds).map(([value, label]) => ({ value, label }));

/** Files of what a shop has already: products, people, past sales. */
export function Imports() {
  const { of } = useSearch({ from: "/shell/settings/$part" });
  const navigate = useNavigate();
  const kind = isKind(of) ? of : "products";
  return (
    <>
      <Section>
        <NativeSelect
          label={tImports.of}
          size="md"
          maw={320}
          data={options}
          value={kind}
          onChange={({ currentTarget: { value } }) =>
            void navigate({ to: "/settings/$part", params: { part: "imports" }, search: { of: value }, replace: true })
          }
        />
        <About kind={kind} />
        <Upload key={kind} kind={kind} />
      </Section>
      <Earlier kind={kind} />
    </>
  );
}

function About({ kind }: { kind: Kind }) {
  const { needed, known } = columns[kind];
  const download = () => save(csv([...needed, ...known], []), `${kind}.csv`);
  return (
    <Stack gap={4} align="flex-start">
      <Text>{tImports.about[kind]}</Text>
      <Text size="sm" c="dimmed">
        {tImports.needed(needed.join(", "))} {tImports.known(known.join(", "))}
      </Text>
      <Anchor component="button" type="button" size="sm" onClick={download}>
        {tImports.template}
      </Anchor>
    </Stack>
  );
}
