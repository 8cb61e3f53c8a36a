import { Page } from "../../ui/Page";

export const Callback = () => <Page title="Callback">{null}</Page>;
