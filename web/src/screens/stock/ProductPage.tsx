import { Page } from "../../ui/Page";

export const ProductPage = () => <Page title="ProductPage">{null}</Page>;
