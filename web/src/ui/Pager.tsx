import { Pagination } from "@mantine/core";

interface Props {
  count: number;
  size: number;
  page: number;
  onChange: (page: number) => void;
}

/** The pages of a long list; nothing where one is enough. */
export const Pager = ({ count, size, page, onChange }: Props) =>
  count <= size ? null : (
    <Pagination
      total={Math.ceil(count / size)}
      value={page}
      onChange={onChange}
      getControlProps={(control) => ({ "aria-label": control })}
      getItemProps={(item) => ({ "aria-label": String(item) })}
    />
  );
