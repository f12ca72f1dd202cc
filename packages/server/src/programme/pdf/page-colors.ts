/** Colours of the printed pages; those of the app in print. Customers are never red. */
export const pageColors = {
  ink: "#1c2427",
  muted: "#5c6364",
  line: "#d8d4cc",
  accent: "#155c66",
  accentSoft: "#a8cfd3",
  small: "#b37a0b",
  large: "#56656d",
} as const;
