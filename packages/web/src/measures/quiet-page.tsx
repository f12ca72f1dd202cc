import { Button, Group, MultiSelect, TextInput } from "@mantine/core";
import { useDebouncedCallback } from "@mantine/hooks";
import { IconFileSpreadsheet, IconPrinter, IconSearch } from "@tabler/icons-react";
import { useQuery } from "@tanstack/react-query";
import { useNavigate, useSearch } from "@tanstack/react-router";
import { apiUrl } from "../api/client.ts";
import { quietQuery, statusQuery } from "../api/queries.ts";
import { useTexts } from "../i18n/index.ts";
import { EmptyState } from "../ui/empty-state.tsx";
import { ErrorState } from "../ui/error-state.tsx";
import { TextLink } from "../ui/link.tsx";
import { Page, PageSkeleton } from "../ui/page.tsx";
import { useSpace } from "../ui/use-space.ts";
import { NoDataYet } from "./parts/no-data-yet.tsx";
import { QuietTable } from "./parts/quiet-table.tsx";

const pageSize = 100;
const quietStates = ["slowing", "dormant", "lost"] as const;
/** Beyond the 95 % quantile of the own rhythm and not yet given up: the server's default, shown as chosen. */
const defaultStates = "dormant";
const quietSizes = ["small", "large", "sizeUnclear"] as const;

/** The list to call from: who is quiet for longer than their own rhythm, and what is at stake. */
export function QuietPage() {
  const { t, format } = useTexts();
  const space = useSpace();
  const navigate = useNavigate({ from: "/$space/quiet" });
  const { states, sizes, q, limit } = useSearch({ from: "/$space/quiet" });
  const shown = Math.min(5000, Math.max(pageSize, Number(limit) || pageSize));
  const status = useQuery(statusQuery(space));
  const hasData = status.data?.hasData === true;
  const filters = {
    states: states ?? defaultStates,
    ...(sizes === undefined ? {} : { sizes }),
    ...(q === undefined ? {} : { search: q }),
  };
  const query = { ...filters, limit: shown };
  const quiet = useQuery({ ...quietQuery(space, query), enabled: hasData });
  const change = (values: Record<string, string | undefined>) =>
    void navigate({ search: (search) => ({ ...search, ...values }), replace: true });
  const searchLater = useDebouncedCallback((text: string) => change({ q: text || undefined }), 250);

  if (status.isError) return <ErrorState error={status.error} retry={() => void status.refetch()} />;
  if (status.data !== undefined && !hasData) {
    return (
      <Page title={t("quiet.title")}>
        <NoDataYet space={space} />
      </Page>
    );
  }
  if (quiet.isError) return <ErrorState error={quiet.error} retry={() => void quiet.refetch()} />;
  if (quiet.data === undefined) return <PageSkeleton />;
  const report = quiet.data;
  return (
    <Page
      title={t("quiet.title")}
      sentence={
        report.atStakeCents === null
          ? t("quiet.sentenceNoMoney", { count: report.total, n: format.count(report.total) })
          : t("quiet.sentence", {
              count: report.total,
              n: format.count(report.total),
              money: format.moneyShort(report.atStakeCents, report.currency),
            })
      }
      note={
        <>
          {t("quiet.note", { date: format.date(report.asOf) })}{" "}
          <TextLink to="/$space/forecast" params={{ space }} inherit underline="always">
            {t("forecast.link")}
          </TextLink>
        </>
      }
      actions={
        <>
          <Button
            component="a"
            href={apiUrl("/reports/quiet.xlsx", space, { ...query, limit: report.total })}
            download
            variant="light"
            leftSection={<IconFileSpreadsheet size={18} stroke={1.6} />}
          >
            Excel
          </Button>
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
      <Group className="k-no-print" gap="sm" align="flex-end">
        <TextInput
          key={space}
          defaultValue={q ?? ""}
          onChange={(event) => searchLater(event.currentTarget.value)}
          leftSection={<IconSearch size={16} />}
          placeholder={t("quiet.search")}
          aria-label={t("quiet.search")}
          w={260}
        />
        <MultiSelect
          data={quietStates.map((value) => ({ value, label: t(`values.${value}`) }))}
          value={(states ?? defaultStates).split(",")}
          onChange={(values) =>
            change({ states: values.join() === defaultStates ? undefined : values.join() || undefined })
          }
          aria-label={t("quiet.states")}
          miw={220}
        />
        <MultiSelect
          data={quietSizes.map((value) => ({ value, label: t(`values.${value}`) }))}
          value={(sizes ?? "").split(",").filter((value) => value !== "")}
          onChange={(values) => change({ sizes: values.join() || undefined })}
          placeholder={sizes === undefined ? t("quiet.sizes") : ""}
          aria-label={t("quiet.sizes")}
          miw={220}
        />
      </Group>
      {report.total === 0 ? (
        <EmptyState title={t("quiet.nobody")} why={t("quiet.nobodyWhy")} />
      ) : (
        <QuietTable report={report} />
      )}
      {report.rows.length < report.total ? (
        <Group className="k-no-print">
          <Button
            variant="default"
            loading={quiet.isFetching}
            onClick={() => change({ limit: String(shown + pageSize) })}
          >
            {t("quiet.more", { shown: format.count(report.rows.length), total: format.count(report.total) })}
          </Button>
        </Group>
      ) : null}
    </Page>
  );
}
