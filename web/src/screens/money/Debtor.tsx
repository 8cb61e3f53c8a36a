import { Page } from "../../ui/Page";

export const Debtor = () => <Page title="Debtor">{null}</Page>;
