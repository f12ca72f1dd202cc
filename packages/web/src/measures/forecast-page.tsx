import type { Forecast } from "@kleinod/engine/measures/expectation/report-contract.ts";
import { Button } from "@mantine/core";
import { IconPrinter } from "@tabler/icons-react";
import { useQuery } from "@tanstack/react-query";
import { useNavigate, useSearch } from "@tanstack/react-router";
import { forecastQuery } from "../api/forecast-queries.ts";
import { ForecastBandChart } from "../charts/forecast-band-chart.tsx";
import { ForecastFrequencyChart } from "../charts/forecast-frequency-chart.tsx";
import { ForecastTrackingChart } from "../charts/forecast-tracking-chart.tsx";
import { useTexts } from "../i18n/index.ts";
import { EmptyState } from "../ui/empty-state.tsx";
import { ErrorState } from "../ui/error-state.tsx";
import { LinkButton } from "../ui/link.tsx";
import { Page, PageSkeleton } from "../ui/page.tsx";
import { useSpace } from "../ui/use-space.ts";
import { WithData } from "./economics/with-data.tsx";
import { ForecastFigures } from "./forecast/forecast-figures.tsx";
import { forecastNote, forecastSentence } from "./forecast/forecast-sentence.ts";
import { ForecasterTable } from "./forecast/forecaster-table.tsx";
import { HowChosen } from "./parts/how-chosen.tsx";

/** What comes over the next 12 months, and how good that forecast would have been over the last ones. */
export function ForecastPage() {
  const { t } = useTexts();
  return (
    <WithData title={t("forecast.title")}>
      <ForecastLoaded />
    </WithData>
  );
}

function ForecastLoaded() {
  const forecast = useQuery(forecastQuery(useSpace()));
  if (forecast.isError) return <ErrorState error={forecast.error} retry={() => void forecast.refetch()} />;
  if (forecast.data === undefined) return <PageSkeleton />;
  return forecast.data.next12 === null ? (
    <TooLittleHistory forecast={forecast.data} />
  ) : (
    <ForecastContent forecast={forecast.data} />
  );
}

function ForecastContent({ forecast }: { forecast: Forecast }) {
  const texts = useTexts();
  const { t, format } = texts;
  const space = useSpace();
  const { view } = useSearch({ from: "/$space/forecast" });
  const navigate = useNavigate({ from: "/$space/forecast" });
  const { holdout, model, tracking } = forecast;
  const chosen = holdout?.forecasters.find(({ isChosen }) => isChosen) ?? null;
  return (
    <Page
      title={t("forecast.title")}
      sentence={forecastSentence(forecast, texts)}
      note={forecastNote(forecast, texts)}
      actions={
        <>
          <LinkButton
            to="/$space/customers"
            params={{ space }}
            search={{ sort: "-expectedSales12Cents", columns: expectationColumns }}
            variant="light"
          >
            {t("forecast.toCustomers")}
          </LinkButton>
          <Button
            variant="light"
            leftSection={<IconPrinter size={18} stroke={1.6} />}
            onClick={() => window.print()}
          >
            {t("frame.print")}
          </Button>
        </>
      }
    >
      <ForecastFigures forecast={forecast} />
      {holdout === null ? <NotCompared forecast={forecast} /> : null}
      {holdout === null || tracking.length === 0 ? null : (
        <ForecastTrackingChart
          months={tracking}
          cut={holdout.cut}
          isCumulative={view === "cumulative"}
          onCumulative={(isCumulative) =>
            void navigate({
              search: (current) => ({ ...current, view: isCumulative ? "cumulative" : undefined }),
              replace: true,
              resetScroll: false,
            })
          }
        />
      )}
      {holdout === null || chosen === null ? null : (
        <>
          <div className="k-columns">
            <ForecastFrequencyChart holdout={holdout} chosen={chosen} />
            <ForecastBandChart interval={holdout.interval} />
          </div>
          <ForecasterTable holdout={holdout} />
        </>
      )}
      {model === null ? null : (
        <HowChosen
          model={model}
          level={parameterLevel}
          facts={[
            [
              t("forecast.customersBehind"),
              model.isSample
                ? t("howChosen.sample", { n: format.count(model.customers) })
                : format.count(model.customers),
            ],
          ]}
          others={(holdout?.forecasters ?? []).filter(({ isChosen }) => !isChosen)}
        />
      )}
    </Page>
  );
}

/** Level of the intervals of parameters, by the report's contract. */
const parameterLevel = 0.9;
const expectationColumns = "name,city,sizeClass,expectedSales12Cents,expectedOrders12,probabilityActive";

function TooLittleHistory({ forecast }: { forecast: Forecast }) {
  const { t } = useTexts();
  const space = useSpace();
  return (
    <Page title={t("forecast.title")}>
      <EmptyState
        title={t("forecast.tooLittle.title")}
        why={useCures(forecast, t("forecast.tooLittle.why"))}
        action={
          <>
            <LinkButton to="/$space/data/import" params={{ space }}>
              {t("forecast.action")}
            </LinkButton>
            <LinkButton to="/$space/quiet" params={{ space }} variant="light">
              {t("forecast.toQuiet")}
            </LinkButton>
          </>
        }
      />
    </Page>
  );
}

/** There is a forecast, but nothing to hold it against. */
function NotCompared({ forecast }: { forecast: Forecast }) {
  const { t, pick } = useTexts();
  const space = useSpace();
  const reason = forecast.model === null ? "" : pick(forecast.model.reasonText);
  return (
    <EmptyState
      title={t("forecast.notCompared.title")}
      why={useCures(forecast, `${reason} ${t("forecast.notCompared.why")}`.trim())}
      action={
        <LinkButton to="/$space/data/import" params={{ space }}>
          {t("forecast.action")}
        </LinkButton>
      }
    />
  );
}

function useCures({ unclear }: Forecast, text: string): string {
  const { pick } = useTexts();
  const cures = unclear.flatMap(({ cure }) => (cure === undefined ? [] : [pick(cure)]));
  return [text, ...new Set(cures)].join(" ");
}
