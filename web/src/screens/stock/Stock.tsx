import { Page } from "../../ui/Page";

export const Stock = () => <Page title="Stock">{null}</Page>;
