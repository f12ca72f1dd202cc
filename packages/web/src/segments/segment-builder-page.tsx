import type { Segment, SegmentAnswer } from "@kleinod/engine/segments/overlays/contract.ts";
import { useQuery } from "@tanstack/react-query";
import { useSearch } from "@tanstack/react-router";
import { useState } from "react";
import { segmentListQuery } from "../api/segment-queries.ts";
import { useTexts } from "../i18n/index.ts";
import { ErrorState } from "../ui/error-state.tsx";
import { LinkButton } from "../ui/link.tsx";
import { Page, PageSkeleton } from "../ui/page.tsx";
import { useSpace } from "../ui/use-space.ts";
import { SegmentForm } from "./builder/segment-form.tsx";

/** Conditions on the left, what they would mean on the right, and the way from a draft to an active segment. */
export function SegmentBuilderPage() {
  const { t } = useTexts();
  const space = useSpace();
  const { code } = useSearch({ from: "/$space/segments/build" });
  const list = useQuery(segmentListQuery(space));
  // Kept here, because the form begins anew with each version that is saved.
  const [answer, setAnswer] = useState<SegmentAnswer | null>(null);
  if (list.isError) return <ErrorState error={list.error} retry={() => void list.refetch()} />;
  if (list.data === undefined) return <PageSkeleton />;
  const segment: Segment | null = list.data.segments.find((one) => one.code === code) ?? null;
  const newest = segment?.draft ?? segment?.active ?? null;
  return (
    <Page
      title={
        newest === null ? t("segments.builder.title") : t("segments.builder.editTitle", { name: newest.name })
      }
      actions={
        <LinkButton to="/$space/segments" params={{ space }} variant="default">
          {t("segments.builder.back")}
        </LinkButton>
      }
    >
      <SegmentForm
        key={`${code ?? "new"} ${newest?.version ?? 0}`}
        version={newest}
        answer={
          answer?.segment.code === newest?.code && answer?.segment.version === newest?.version ? answer : null
        }
        onAnswer={setAnswer}
      />
    </Page>
  );
}
