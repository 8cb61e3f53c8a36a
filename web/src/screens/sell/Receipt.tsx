import { Button, Group } from "@mantine/core";
import { useQuery } from "@tanstack/react-query";
import { useParams } from "@tanstack/react-router";
import { receipt } from "../../api/selling";
import { tSell } from "../../text/sell";
import { ButtonLink } from "../../ui/links";
import { Page } from "../../ui/Page";
import { ShareButton } from "../../ui/ShareButton";
import { Bars, StateOf } from "../../ui/StateOf";
import classes from "./sell.module.css";

export function Receipt() {
  const { saleId } = useParams({ from: "/shell/sell/receipt/$saleId" });
  return (
    <Page title={tSell.receipt}>
      <StateOf query={useQuery(receipt(saleId))} skeleton={<Bars lines={10} />}>
        {(text) => (
          <>
            <pre className={classes.receipt}>{text}</pre>
            <Group className="no-print">
              <Button onClick={() => window.print()}>{tSell.print}</Button>
              <ShareButton title={tSell.receipt} text={text} />
              <ButtonLink to="/sell" variant="default" size="sm">
                {tSell.next}
              </ButtonLink>
            </Group>
          </>
        )}
      </StateOf>
    </Page>
  );
}
