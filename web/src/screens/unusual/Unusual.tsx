import { SegmentedControl } from "@mantine/core";
import { useQuery } from "@tanstack/react-query";
import { useState } from "react";
import { patterns } from "../../api/unusual";
import { tUnusual } from "../../text/unusual";
import { Page } from "../../ui/Page";
import { StateOf } from "../../ui/StateOf";
import { Pattern } from "./Pattern";

/** What the weekly look through the records found; for owners alone. */
export function Unusual() {
  const [shown, setShown] = useState("open");
  return (
    <Page
      title={tUnusual.title}
      intro={tUnusual.intro}
      action={
        <SegmentedControl
          aria-label={tUnusual.title}
          value={shown}
          onChange={setShown}
          data={[
            { value: "open", label: tUnusual.open },
            { value: "done", label: tUnusual.done },
          ]}
        />
      }
    >
      <StateOf
        query={useQuery(patterns(shown === "done"))}
        empty={({ count }) => count === 0}
        whenEmpty={tUnusual.none}
      >
        {({ results }) => results.map((each) => <Pattern key={each.id} pattern={each} />)}
      </StateOf>
    </Page>
  );
}
