import { useTexts } from "../../i18n/index.ts";
import { enumLabel } from "../cell-value.tsx";

const size = 10;

/** The size of a customer as a shape and a word: a diamond for small, a square for larger ones. Never a verdict. */
export function SizeMark({ sizeClass }: { sizeClass: string }) {
  const texts = useTexts();
  return (
    <span className="k-tag">
      <svg width={size} height={size} viewBox="0 0 10 10" aria-hidden="true">
        {sizeClass === "small" ? (
          <path d="M5 0L10 5L5 10L0 5Z" fill="var(--k-small)" />
        ) : sizeClass === "large" ? (
          <rect x="1" y="1" width="8" height="8" fill="var(--k-large)" />
        ) : (
          <circle cx="5" cy="5" r="4" fill="none" stroke="var(--k-muted)" strokeDasharray="2 2" />
        )}
      </svg>
      {enumLabel(sizeClass, texts)}
    </span>
  );
}
