import {
  driverLabels,
  heterogeneityTargets,
  targetLabels,
} from "@kleinod/engine/segments/heterogeneity/drivers-contract.ts";
import type { HeterogeneityTargetReport } from "@kleinod/engine/segments/heterogeneity/report-contract.ts";
import { SegmentedControl, Text } from "@mantine/core";
import { useQuery } from "@tanstack/react-query";
import { useNavigate, useSearch } from "@tanstack/react-router";
import { statusQuery } from "../api/queries.ts";
import { heterogeneityQuery } from "../api/segment-queries.ts";
import { DriversChart } from "../charts/drivers-chart.tsx";
import { useTexts } from "../i18n/index.ts";
import { NoDataYet } from "../measures/parts/no-data-yet.tsx";
import { EmptyState } from "../ui/empty-state.tsx";
import { ErrorState } from "../ui/error-state.tsx";
import { Page, PageSkeleton } from "../ui/page.tsx";
import { SimpleTable } from "../ui/simple-table.tsx";
import type { TableColumn } from "../ui/table-column.ts";
import { useSpace } from "../ui/use-space.ts";

type Driver = HeterogeneityTargetReport["drivers"][number];

/** How much of the differences between customers size, branch, age, region and channel explain. */
export function HeterogeneityPage() {
  const { t, format, pick } = useTexts();
  const space = useSpace();
  const navigate = useNavigate({ from: "/$space/segments/differences" });
  const search = useSearch({ from: "/$space/segments/differences" });
  const status = useQuery(statusQuery(space));
  const hasData = status.data?.hasData === true;
  const report = useQuery({ ...heterogeneityQuery(space), enabled: hasData });
  if (status.isError) return <ErrorState error={status.error} retry={() => void status.refetch()} />;
  if (report.isError) return <ErrorState error={report.error} retry={() => void report.refetch()} />;
  if (status.data !== undefined && !hasData) {
    return (
      <Page title={t("heterogeneity.title")}>
        <NoDataYet space={space} />
      </Page>
    );
  }
  if (report.data === undefined) return <PageSkeleton />;
  const { targets, asOf } = report.data;
  const shown = targets.find((one) => one.target === search.target) ?? targets[0];
  if (shown === undefined) {
    return (
      <Page title={t("heterogeneity.title")}>
        <EmptyState title={t("heterogeneity.nothing")} why={t("heterogeneity.nothingWhy")} />
      </Page>
    );
  }
  const columns: TableColumn<Driver>[] = [
    { code: "driver", label: t("heterogeneity.driver"), cell: (row) => pick(driverLabels[row.driver]) },
    {
      code: "share",
      label: t("heterogeneity.share"),
      isNumber: true,
      sortValue: (row) => row.share,
      cell: (row) => format.percent(row.share),
    },
    {
      code: "interval",
      label: t("heterogeneity.interval"),
      isNumber: true,
      cell: (row) => `${format.percent(row.low)} – ${format.percent(row.high)}`,
    },
    {
      code: "known",
      label: t("heterogeneity.known"),
      isNumber: true,
      sortValue: (row) => row.knownRatio,
      cell: (row) => format.percent(row.knownRatio),
    },
    {
      code: "levels",
      label: t("heterogeneity.levels"),
      isNumber: true,
      sortValue: (row) => row.levels,
      cell: (row) => format.count(row.levels),
    },
  ];
  return (
    <Page
      title={t("heterogeneity.title")}
      sentence={pick(shown.sentence)}
      note={t("heterogeneity.note", { date: format.date(asOf) })}
    >
      {targets.length < 2 ? null : (
        <SegmentedControl
          className="k-no-print"
          aria-label={t("heterogeneity.target")}
          value={shown.target}
          onChange={(target) =>
            void navigate({
              search: (current) => ({
                ...current,
                target: target === heterogeneityTargets[0] ? undefined : target,
              }),
              replace: true,
            })
          }
          data={targets.map(({ target }) => ({ value: target, label: capital(pick(targetLabels[target])) }))}
          style={{ alignSelf: "flex-start" }}
        />
      )}
      <DriversChart report={shown} columns={columns} />
      <SimpleTable
        label={t("heterogeneity.chart")}
        columns={columns}
        rows={shown.drivers}
        rowKey={(row) => row.driver}
      />
      <Text size="sm" c="dimmed">
        {t("heterogeneity.customers", {
          n: format.count(shown.customers),
          left: format.count(shown.leftOut),
        })}{" "}
        {t("heterogeneity.explained", { share: format.percent(shown.explained.share) })}
      </Text>
    </Page>
  );
}

const capital = (text: string) => text.charAt(0).toLocaleUpperCase() + text.slice(1);
