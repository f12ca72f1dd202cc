/** A cut stone: small and precious. */
export function BrandMark({ size = 20 }: { size?: number }) {
  return (
    <svg width={size} height={size} viewBox="0 0 20 20" aria-hidden="true">
      <path d="M10 1.5 17 9l-7 9.5L3 9z" fill="var(--k-small-soft)" />
      <path
        d="M10 1.5 17 9l-7 9.5L3 9zM3 9h14M10 1.5 7.4 9l2.6 9.5L12.6 9z"
        fill="none"
        stroke="var(--k-accent)"
        strokeWidth="1.3"
        strokeLinejoin="round"
      />
    </svg>
  );
}
