import { Page } from "../../ui/Page";

export const Reports = () => <Page title="Reports">{null}</Page>;
