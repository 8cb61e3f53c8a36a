import { Page } from "../../ui/Page";

export const Credits = () => <Page title="Credits">{null}</Page>;
