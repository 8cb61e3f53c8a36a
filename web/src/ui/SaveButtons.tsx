import { Button, Group } from "@mantine/core";
import { problemOf } from "../api/problem";
import { t } from "../text";
import { ProblemNote } from "./ProblemNote";

interface Props {
  /** Sends the form, told whether an unlikely value was confirmed. */
  save: { mutate: (confirmed: boolean) => void; isPending: boolean; error: unknown };
  onCancel: () => void;
}

/** The end of a form: save it, leave it, or say that an unlikely value is right; and what was wrong. */
export const SaveButtons = ({ save, onCancel }: Props) => (
  <>
    <Group mt="sm">
      <Button type="submit" loading={save.isPending}>
        {t.app.save}
      </Button>
      <Button variant="default" onClick={onCancel}>
        {t.app.cancel}
      </Button>
      {save.error && problemOf(save.error).code === "confirmation_required" ? (
        <Button variant="default" onClick={() => save.mutate(true)}>
          {t.before.confirm}
        </Button>
      ) : null}
    </Group>
    {save.error ? <ProblemNote error={save.error} /> : null}
  </>
);
