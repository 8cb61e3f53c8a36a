import { UnstyledButton } from "@mantine/core";
import { useNetwork } from "@mantine/hooks";
import { useSending, useWaiting } from "../../offline/useQueue";
import { t } from "../../text";
import { TextLink } from "../../ui/links";
import { useUpdate } from "../update";
import classes from "./shell.module.css";

/** Says that the connection is gone, and what still works; or that there is a new version. */
export function Connection() {
  const { online } = useNetwork();
  const update = useUpdate();
  const { waiting } = useWaiting();
  useSending();
  return (
    <div role="status">
      {online ? null : <p className={classes.banner}>{t.app.offline}</p>}
      {waiting.length > 0 ? (
        <p className={classes.banner}>
          <TextLink to="/sell" inherit>
            {t.app.waiting(waiting.length)}
          </TextLink>
        </p>
      ) : null}
      {update ? (
        <p className={classes.banner}>
          {t.app.newVersion}{" "}
          <UnstyledButton onClick={update} td="underline">
            {t.app.reload}
          </UnstyledButton>
        </p>
      ) : null}
    </div>
  );
}
