import { createTheme, type MantineColorsTuple } from "@mantine/core";

const green: MantineColorsTuple = [
  "#eaf7f2",
  "#d4ece3",
  "#a7d9c6",
  "#76c5a7",
  "#4fb48d",
  "#36aa7d",
  "#1f9b6e",
  "#12805a",
  "#0b6b4f",
  "#04573f",
];

export const theme = createTheme({
  colors: { green },
  primaryColor: "green",
  primaryShade: { light: 8, dark: 7 },
  defaultRadius: "md",
  cursorType: "pointer",
  respectReducedMotion: true,
  fontFamily: "system-ui, -apple-system, 'Segoe UI', Roboto, sans-serif",
  headings: { fontFamily: "inherit", fontWeight: "680" },
  components: {
    Button: {
      defaultProps: { size: "md" },
      // A label that is longer than the phone is wide goes on in a second line.
      styles: {
        root: {
          display: "inline-flex",
          alignItems: "center",
          justifyContent: "center",
          height: "auto",
          minHeight: "var(--button-height)",
          maxWidth: "100%",
          paddingBlock: 4,
        },
        label: { whiteSpace: "normal", height: "auto", overflow: "visible", lineHeight: 1.3 },
      },
    },
    TextInput: { defaultProps: { size: "md" } },
    PasswordInput: { defaultProps: { size: "md" } },
    NumberInput: { defaultProps: { size: "md" } },
    Select: { defaultProps: { size: "md" } },
  },
});
