import { createTheme, type MantineColorsTuple } from "@mantine/core";

/** Paper and ink, one accent (petrol), one precious tone (amber) for what is small and valuable. */
const petrol: MantineColorsTuple = [
  "#eaf4f5",
  "#d2e6e8",
  "#a8cfd3",
  "#7bb5bb",
  "#549da5",
  "#37868f",
  "#206f79",
  "#155c66",
  "#0f4a53",
  "#0a3940",
];
const amber: MantineColorsTuple = [
  "#fff7e6",
  "#fdebc8",
  "#f9d692",
  "#f3c05b",
  "#e9ab30",
  "#cf9013",
  "#a8720c",
  "#855908",
  "#664405",
  "#483003",
];
const paper: MantineColorsTuple = [
  "#faf9f7",
  "#f3f1ed",
  "#e8e5df",
  "#d8d4cc",
  "#bfbab0",
  "#8a867d",
  "#63605a",
  "#4b4944",
  "#34322f",
  "#211f1d",
];
const ink: MantineColorsTuple = [
  "#dfe3e2",
  "#c7cdcc",
  "#a3acab",
  "#737e7d",
  "#3c4649",
  "#2e373a",
  "#1f2629",
  "#161b1d",
  "#101415",
  "#0b0e0f",
];

const scrollingOptions = { maxHeight: 280, overflowY: "auto" } as const;

export const theme = createTheme({
  primaryColor: "petrol",
  primaryShade: { light: 7, dark: 6 },
  autoContrast: true,
  luminanceThreshold: 0.25,
  black: "#1c2427",
  colors: { petrol, amber, gray: paper, dark: ink },
  fontFamily: "'Inter Variable', system-ui, sans-serif",
  fontFamilyMonospace: "ui-monospace, 'Cascadia Mono', Menlo, Consolas, monospace",
  fontSizes: { xs: "0.75rem", sm: "0.875rem", md: "0.9375rem", lg: "1.0625rem", xl: "1.25rem" },
  spacing: { xs: "0.5rem", sm: "0.75rem", md: "1rem", lg: "1.5rem", xl: "2rem" },
  headings: {
    fontWeight: "600",
    sizes: {
      h1: { fontSize: "1.375rem", lineHeight: "1.3" },
      h2: { fontSize: "1.0625rem", lineHeight: "1.35" },
      h3: { fontSize: "0.9375rem", lineHeight: "1.4" },
    },
  },
  defaultRadius: "sm",
  respectReducedMotion: true,
  focusRing: "auto",
  cursorType: "pointer",
  components: {
    // The list itself scrolls: a scroll area around it is a region that no keyboard reaches.
    Select: { defaultProps: { withScrollArea: false }, styles: { options: scrollingOptions } },
    MultiSelect: { defaultProps: { withScrollArea: false }, styles: { options: scrollingOptions } },
  },
});
