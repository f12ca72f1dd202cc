import { useQuery } from "@tanstack/react-query";
import { capturesQuery } from "../api/responsibility-queries.ts";
import { useTexts } from "../i18n/index.ts";
import { ErrorState } from "../ui/error-state.tsx";
import { Page, PageSkeleton, Section } from "../ui/page.tsx";
import { useSpace } from "../ui/use-space.ts";
import { CaptureForm } from "./captures/capture-form.tsx";
import { CaptureListView } from "./captures/capture-list.tsx";

/** A talk noted in twenty seconds, and what was noted today. */
export function CapturePage() {
  const { t, format } = useTexts();
  const space = useSpace();
  const list = useQuery(capturesQuery(space));
  if (list.isError) return <ErrorState error={list.error} retry={() => void list.refetch()} />;
  if (list.data === undefined) return <PageSkeleton />;
  const held = list.data.captures.filter((one) => !one.isUndone);
  return (
    <Page
      title={t("capture.title")}
      sentence={
        held.length === 0
          ? t("capture.sentenceNone")
          : t("capture.sentence", {
              n: format.count(held.length),
              minutes: format.count(Math.round(list.data.minutes)),
            })
      }
      note={t("capture.note")}
    >
      <CaptureForm reasons={list.data.reasons} people={list.data.people} />
      {held.length === 0 ? null : (
        <Section title={t("capture.today")}>
          <CaptureListView captures={held} />
        </Section>
      )}
    </Page>
  );
}
