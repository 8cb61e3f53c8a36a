import { reports } from "./en/reports";

export const tReports = reports;
