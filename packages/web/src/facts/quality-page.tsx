import { Group, List, Text, Title } from "@mantine/core";
import { useQuery } from "@tanstack/react-query";
import { qualityQuery, statusQuery } from "../api/queries.ts";
import type { Quality } from "../api/types.ts";
import { useTexts } from "../i18n/index.ts";
import { useRuleLabel } from "../import/rule-label.ts";
import { NoDataYet } from "../measures/parts/no-data-yet.tsx";
import { ErrorState } from "../ui/error-state.tsx";
import { LinkButton, TextLink } from "../ui/link.tsx";
import { Page, PageSkeleton, Section } from "../ui/page.tsx";
import { SimpleTable } from "../ui/simple-table.tsx";
import type { TableColumn } from "../ui/table-column.ts";
import { useSpace } from "../ui/use-space.ts";
import { Duplicates } from "./duplicates.tsx";
import { KnownShares, useFieldLabel } from "./known-shares.tsx";

type OpenProblem = Quality["openProblems"][number];

/** What is known, what is wrong, what may be the same customer twice. */
export function QualityPage() {
  const { t, format, pick } = useTexts();
  const space = useSpace();
  const fieldLabel = useFieldLabel();
  const status = useQuery(statusQuery(space));
  const quality = useQuery({ ...qualityQuery(space), enabled: status.data?.hasData === true });
  if (status.data !== undefined && !status.data.hasData) {
    return (
      <Page title={t("quality.title")}>
        <NoDataYet space={space} />
      </Page>
    );
  }
  if (quality.isError) return <ErrorState error={quality.error} retry={() => void quality.refetch()} />;
  if (quality.data === undefined) return <PageSkeleton />;
  const data = quality.data;
  const weakest = [...data.fields]
    .filter((field) => field.total > 0)
    .sort((a, b) => a.known / a.total - b.known / b.total)[0];
  return (
    <Page
      title={t("quality.title")}
      sentence={
        weakest === undefined
          ? t("quality.sentenceNothing")
          : t("quality.sentence", {
              field: fieldLabel(weakest.field),
              share: format.percent(weakest.known / weakest.total),
              open: format.count(data.duplicates.open),
            })
      }
      note={
        data.nextTier === null
          ? undefined
          : `${t("overview.health.next", { needs: pick(data.nextTier.needs) })} ${pick(data.nextTier.brings)}`
      }
    >
      <div className="k-columns">
        <section className="k-card" aria-label={t("quality.known")}>
          <Title order={2} mb="xs">
            {t("quality.known")}
          </Title>
          <KnownShares shares={data.fields} />
        </section>
        <section className="k-card" aria-label={t("quality.loose")}>
          <Title order={2} mb="xs">
            {t("quality.loose")}
          </Title>
          <List size="sm" spacing="sm">
            <List.Item>
              {t("quality.withoutCustomer", {
                lines: format.count(data.withoutCustomer.lines),
                sales:
                  data.withoutCustomer.salesCents === null
                    ? t("frame.unclear")
                    : format.money(data.withoutCustomer.salesCents, status.data?.currency ?? null),
              })}
            </List.Item>
            <List.Item>
              {data.unconverted.lines === 0
                ? t("quality.allConverted")
                : t("quality.unconverted", {
                    lines: format.count(data.unconverted.lines),
                    currencies: data.unconverted.currencies.join(", "),
                  })}
            </List.Item>
          </List>
          {data.unconverted.lines > 0 ? (
            <Group mt="sm">
              <LinkButton
                to="/$space/data/parameters"
                params={{ space }}
                search={{ edit: "company.rates" }}
                variant="light"
                size="xs"
              >
                {t("quality.enterRates")}
              </LinkButton>
            </Group>
          ) : null}
        </section>
      </div>
      <Duplicates space={space} counts={data.duplicates} />
      <Section title={t("quality.problems")}>
        {data.openProblems.length === 0 ? (
          <Text size="sm" c="dimmed">
            {t("quality.noProblems")}
          </Text>
        ) : (
          <OpenProblems problems={data.openProblems} />
        )}
      </Section>
    </Page>
  );
}

function OpenProblems({ problems }: { problems: readonly OpenProblem[] }) {
  const { t, format } = useTexts();
  const space = useSpace();
  const ruleLabel = useRuleLabel();
  const columns: TableColumn<OpenProblem>[] = [
    {
      code: "file",
      label: t("import.file"),
      sortValue: (row) => row.file,
      cell: (row) => (
        <TextLink to="/$space/data" params={{ space }} search={{ batch: row.batchId }} size="sm">
          {row.file}
        </TextLink>
      ),
    },
    {
      code: "rule",
      label: t("import.rule"),
      sortValue: (row) => row.rule,
      cell: (row) => ruleLabel(row.rule),
    },
    {
      code: "count",
      label: t("quality.rows"),
      isNumber: true,
      sortValue: (row) => row.count,
      cell: (row) => format.count(row.count),
    },
  ];
  return (
    <SimpleTable
      label={t("quality.problems")}
      columns={columns}
      rows={problems}
      rowKey={(row) => `${row.batchId}-${row.rule}`}
      initialSort="-count"
    />
  );
}
