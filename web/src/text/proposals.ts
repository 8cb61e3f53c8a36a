import { proposals } from "./en/proposals";

export const tProposals = proposals;
