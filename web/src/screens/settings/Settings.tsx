import { Page } from "../../ui/Page";

export const Settings = () => <Page title="Settings">{null}</Page>;
export const SettingsPart = () => <Page title="Settings">{null}</Page>;
