import { Checkbox } from "@mantine/core";
import { useQuery } from "@tanstack/react-query";
import { useNavigate, useSearch } from "@tanstack/react-router";
import { insightsQuery } from "../api/segment-queries.ts";
import { useTexts } from "../i18n/index.ts";
import { ErrorState } from "../ui/error-state.tsx";
import { Page, PageSkeleton, Section } from "../ui/page.tsx";
import { useSpace } from "../ui/use-space.ts";
import { InsightCard } from "./insights/insight-card.tsx";
import { InsightForm } from "./insights/insight-form.tsx";
import { SurveyFacts } from "./insights/survey-facts.tsx";

/** What was learned, how sure it is, until when it holds, and which decisions it changed. */
export function InsightsPage() {
  const { t, format } = useTexts();
  const space = useSpace();
  const navigate = useNavigate({ from: "/$space/segments/insights" });
  const { expired } = useSearch({ from: "/$space/segments/insights" });
  const showsAll = expired === "1";
  const list = useQuery(insightsQuery(space, showsAll));
  if (list.isError) return <ErrorState error={list.error} retry={() => void list.refetch()} />;
  if (list.data === undefined) return <PageSkeleton />;
  const { insights, facts, hidden, yield: found } = list.data;
  const live = insights.filter(({ state }) => state === "live").length;
  return (
    <Page
      title={t("insights.title")}
      sentence={
        live === 0
          ? t("insights.sentenceNone")
          : t("insights.sentence", {
              live: format.count(live),
              changed: format.count(found.changedDecision),
              created: format.count(found.created),
            })
      }
      note={t("insights.note")}
    >
      <InsightForm />
      {insights.length === 0 ? null : (
        <ul style={{ listStyle: "none", margin: 0, padding: 0, display: "grid", gap: 12 }}>
          {insights.map((insight) => (
            <li key={insight.id}>
              <InsightCard insight={insight} />
            </li>
          ))}
        </ul>
      )}
      {hidden === 0 && !showsAll ? null : (
        <Checkbox
          checked={showsAll}
          onChange={(event) =>
            void navigate({
              search: (search) => ({ ...search, expired: event.currentTarget.checked ? "1" : undefined }),
              replace: true,
            })
          }
          label={t("insights.showExpired", { n: format.count(hidden) })}
        />
      )}
      {facts.length === 0 ? null : (
        <Section title={t("insights.facts")} hint={t("insights.factsHint")}>
          <SurveyFacts facts={facts} />
        </Section>
      )}
    </Page>
  );
}
