import { Page } from "../../ui/Page";

export const ReportPage = () => <Page title="ReportPage">{null}</Page>;
