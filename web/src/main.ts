import { askEarly } from "./app/early";

// The frame in index.html is painted before the console's scripts run: on a cheap phone they take a second.
const start = () => void import("./app/start");
askEarly();
if (document.visibilityState === "hidden") start();
else requestAnimationFrame(() => setTimeout(start));
