import { TextInput } from "@mantine/core";

interface Props {
  label: string;
  value: string;
  onChange: (typed: string) => void;
}

/** Where a list is searched; its label is read out and stands in the field. */
export const SearchField = ({ label, value, onChange }: Props) => (
  <TextInput
    label={label}
    labelProps={{ className: "visually-hidden" }}
    placeholder={label}
    type="search"
    value={value}
    onChange={(event) => onChange(event.currentTarget.value)}
  />
);
