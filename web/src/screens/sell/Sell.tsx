import { Page } from "../../ui/Page";

export const Sell = () => <Page title="Sell">{null}</Page>;
