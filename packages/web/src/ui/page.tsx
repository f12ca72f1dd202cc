import { Group, Skeleton, Stack, Title } from "@mantine/core";
import { type ReactNode, useEffect } from "react";
import { useTexts } from "../i18n/index.ts";

interface PageProps {
  /** Name of the page: heading for screen readers and the tab. */
  title: string;
  /** The answer in one sentence, made from the data. Null while it loads. */
  sentence?: ReactNode;
  /** Its uncertainty, in words. */
  note?: ReactNode;
  /** At most three things to do now. */
  actions?: ReactNode;
  /** The title is the name of a person or firm and stands out. */
  isName?: boolean;
  children: ReactNode;
}

/** Anatomy of a page: title, answer, what can be done; then figures, picture and table as children. */
export function Page({ title, sentence, note, actions, isName = false, children }: PageProps) {
  useEffect(() => {
    document.title = `${title} – Kleinod`;
  }, [title]);
  return (
    <>
      <header className="k-head">
        <Title
          order={1}
          className="k-head-title"
          {...(isName ? { size: "1.75rem", lh: 1.2 } : { size: "h3", fw: 500, c: "dimmed" })}
        >
          {title}
        </Title>
        {sentence === undefined && !note ? null : (
          <div className="k-head-answer">
            {sentence === undefined ? null : sentence === null ? (
              <Skeleton height={26} width="70%" />
            ) : (
              <p className="k-sentence">{sentence}</p>
            )}
            {note === undefined || note === null ? null : <p className="k-note">{note}</p>}
          </div>
        )}
        {actions === undefined ? null : <div className="k-head-actions k-no-print">{actions}</div>}
      </header>
      {children}
    </>
  );
}

/** A part of a page with its own heading. */
export function Section({
  title,
  hint,
  actions,
  children,
}: {
  title: string;
  hint?: ReactNode;
  actions?: ReactNode;
  children: ReactNode;
}) {
  return (
    <section>
      <Group justify="space-between" align="flex-end" mb="xs">
        <div>
          <Title order={2}>{title}</Title>
          {hint === undefined ? null : <p className="k-note">{hint}</p>}
        </div>
        {actions}
      </Group>
      {children}
    </section>
  );
}

/** Shown when a page takes longer than a moment. */
export function PageSkeleton() {
  const { t } = useTexts();
  return (
    <Stack gap="lg" aria-busy="true" aria-label={t("frame.loading")} role="status">
      <Skeleton height={26} width="60%" />
      <div className="k-figures">
        {[1, 2, 3, 4].map((index) => (
          <Skeleton key={index} height={84} />
        ))}
      </div>
      <Skeleton height={320} />
    </Stack>
  );
}
