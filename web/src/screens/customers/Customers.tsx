import { Page } from "../../ui/Page";

export const Customers = () => <Page title="Customers">{null}</Page>;
