import { Page } from "../../ui/Page";

export const MoneyOwed = () => <Page title="MoneyOwed">{null}</Page>;
