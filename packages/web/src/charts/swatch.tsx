/** A small square of a colour that a hint explains. */
export function Swatch({ color }: { color: string }) {
  return (
    <span
      aria-hidden="true"
      style={{ display: "inline-block", width: 10, height: 10, borderRadius: 2, background: color }}
    />
  );
}
