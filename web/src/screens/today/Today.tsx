import { Page } from "../../ui/Page";

export const Today = () => <Page title="Today">{null}</Page>;
