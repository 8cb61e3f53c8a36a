import { Page } from "../../ui/Page";

export const Receipt = () => <Page title="Receipt">{null}</Page>;
