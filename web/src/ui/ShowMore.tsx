import { Button } from "@mantine/core";
import { t } from "../text";
import classes from "./ui.module.css";

/** Shows the rest of a list of which the first lines are seen. */
export const ShowMore = ({ label = t.app.more, onClick }: { label?: string; onClick: () => void }) => (
  <div className={classes.more}>
    <Button size="sm" variant="default" onClick={onClick}>
      {label}
    </Button>
  </div>
);
