import { type TwoLanguages, useTexts } from "../../i18n/index.ts";
import { Section } from "../../ui/page.tsx";

interface UnclearListProps {
  title: string;
  rows: readonly { readonly code: string; readonly text: TwoLanguages }[];
  notes: readonly TwoLanguages[];
}

/** What the figures above rest on without knowing it, with what would cure it. */
export function UnclearList({ title, rows, notes }: UnclearListProps) {
  const { pick } = useTexts();
  if (rows.length === 0 && notes.length === 0) return null;
  return (
    <Section title={title}>
      <ul style={{ margin: 0, paddingInlineStart: "1.2rem" }}>
        {rows.map((row) => (
          <li key={row.code}>{pick(row.text)}</li>
        ))}
        {notes.map((note) => (
          <li key={note.en}>{pick(note)}</li>
        ))}
      </ul>
    </Section>
  );
}
