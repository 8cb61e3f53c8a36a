import { UnstyledButton } from "@mantine/core";
import { useNetwork } from "@mantine/hooks";
import { t } from "../../text";
import { useUpdate } from "../update";
import classes from "./shell.module.css";

/** Says that the connection is gone, and what still works; or that there is a new version. */
export function Connection() {
  const { online } = useNetwork();
  const update = useUpdate();
  return (
    <div role="status">
      {online ? null : <p className={classes.banner}>{t.app.offline}</p>}
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
