import { Select } from "@mantine/core";
import { useQuery } from "@tanstack/react-query";
import { useNavigate, useSearch } from "@tanstack/react-router";
import { campaignsQuery, samplingResultQuery } from "../api/responsibility-queries.ts";
import { useTexts } from "../i18n/index.ts";
import { ErrorState } from "../ui/error-state.tsx";
import { Page, PageSkeleton, Section } from "../ui/page.tsx";
import { useSpace } from "../ui/use-space.ts";
import { CampaignForm } from "./captures/campaign-form.tsx";
import { SampleForm } from "./captures/sample-form.tsx";
import { SamplingResults } from "./captures/sampling-results.tsx";

/** Two weeks of short questions on a phone, and measured minutes instead of assumed ones. */
export function TimeSamplePage() {
  const { t, format } = useTexts();
  const space = useSpace();
  const navigate = useNavigate({ from: "/$space/work/time-sample" });
  const search = useSearch({ from: "/$space/work/time-sample" });
  const list = useQuery(campaignsQuery(space));
  const campaigns = list.data?.campaigns.filter((one) => !one.isUndone) ?? [];
  const chosen = campaigns.find((one) => one.id === search.campaign) ?? campaigns[0] ?? null;
  const result = useQuery({ ...samplingResultQuery(space, chosen?.id ?? "none"), enabled: chosen !== null });
  if (list.isError) return <ErrorState error={list.error} retry={() => void list.refetch()} />;
  if (result.isError) return <ErrorState error={result.error} retry={() => void result.refetch()} />;
  if (list.data === undefined || (chosen !== null && result.data === undefined)) return <PageSkeleton />;
  const found = result.data;
  return (
    <Page
      title={t("sampling.title")}
      sentence={
        chosen === null || found === undefined
          ? t("sampling.sentenceNone")
          : t("sampling.sentence", {
              name: chosen.name,
              n: format.count(found.samples),
              coverage: found.coverageRatio === null ? "–" : format.percent(found.coverageRatio),
            })
      }
      note={t("sampling.note")}
    >
      {chosen === null || found === undefined ? null : (
        <>
          {campaigns.length < 2 ? null : (
            <Select
              label={t("sampling.campaign")}
              data={campaigns.map((one) => ({ value: one.id, label: one.name }))}
              value={chosen.id}
              allowDeselect={false}
              onChange={(id) =>
                void navigate({
                  search: (current) => ({ ...current, campaign: id ?? undefined }),
                  replace: true,
                })
              }
              maw={320}
            />
          )}
          <SampleForm result={found} />
          <Section title={t("sampling.results")}>
            <SamplingResults result={found} />
          </Section>
        </>
      )}
      <Section title={t("sampling.create")}>
        <CampaignForm />
      </Section>
    </Page>
  );
}
