import type { BatchResult, Problem } from "@kleinod/engine/import/result.ts";
import { Button, Group, Skeleton, Stack, Text, Title } from "@mantine/core";
import { IconDownload } from "@tabler/icons-react";
import { useQuery } from "@tanstack/react-query";
import { apiUrl } from "../api/client.ts";
import { batchQuery } from "../api/queries.ts";
import type { Space } from "../api/types.ts";
import { useTexts } from "../i18n/index.ts";
import { languageOf } from "../i18n/locales.ts";
import { ErrorState } from "../ui/error-state.tsx";
import { SimpleTable } from "../ui/simple-table.tsx";
import type { TableColumn } from "../ui/table-column.ts";
import { derivedText } from "./derived-text.ts";
import { useKindLabel, useStatusLabel } from "./labels.ts";
import { RowCounts } from "./row-counts.tsx";

/** One import: counts, what was concluded from the file, and each problem with its place. */
export function BatchDetails({ space, id }: { space: Space; id: string }) {
  const batch = useQuery(batchQuery(space, id));
  if (batch.isError) return <ErrorState error={batch.error} retry={() => void batch.refetch()} />;
  if (batch.data === undefined) return <Skeleton height={320} />;
  return <BatchContent space={space} batch={batch.data} />;
}

function BatchContent({ space, batch }: { space: Space; batch: BatchResult }) {
  const { t, format, locale } = useTexts();
  const kindLabel = useKindLabel();
  const statusLabel = useStatusLabel();
  return (
    <Stack gap="lg">
      <div>
        <Title order={2}>{batch.file}</Title>
        <Text c="dimmed" size="sm">
          {[
            kindLabel(batch.kind),
            statusLabel(batch.status),
            t(`import.modes.${batch.mode}`),
            batch.importedAt === null ? null : format.instant(batch.importedAt),
            t("import.seconds", { n: format.number(batch.seconds, 1) }),
          ]
            .filter((part) => part !== null)
            .join(" · ")}
        </Text>
      </div>
      <RowCounts batch={batch} />
      <Derived derived={batch.derived} />
      <div>
        <Group justify="space-between" mb="xs">
          <Title order={3}>{t("import.problems", { n: format.count(batch.problemsTotal) })}</Title>
          {batch.problemsTotal > 0 && batch.batchId !== null ? (
            <Button
              component="a"
              size="xs"
              variant="light"
              href={apiUrl(`/import/batches/${encodeURIComponent(batch.batchId)}/problems.csv`, space, {
                lang: languageOf(locale),
              })}
              download
              leftSection={<IconDownload size={16} />}
            >
              {t("import.downloadProblems")}
            </Button>
          ) : null}
        </Group>
        {batch.problems.length === 0 ? (
          <Text size="sm" c="dimmed">
            {t("import.noProblems")}
          </Text>
        ) : (
          <ProblemsTable problems={batch.problems} />
        )}
      </div>
    </Stack>
  );
}

export function ProblemsTable({ problems }: { problems: readonly Problem[] }) {
  const { t, format, pick } = useTexts();
  const columns: TableColumn<Problem>[] = [
    {
      code: "line",
      label: t("import.line"),
      isNumber: true,
      sortValue: (row) => row.line,
      cell: (row) => (row.line === null ? "–" : format.count(row.line)),
    },
    {
      code: "column",
      label: t("import.column"),
      sortValue: (row) => row.column,
      cell: (row) => row.column ?? "–",
    },
    {
      code: "rule",
      label: t("import.rule"),
      sortValue: (row) => row.rule,
      cell: (row) => pick(row.messages),
    },
    {
      code: "severity",
      label: t("import.effect"),
      sortValue: (row) => row.severity,
      cell: (row) => t(row.severity === "error" ? "import.rowRejected" : "import.rowKept"),
    },
  ];
  return (
    <SimpleTable
      label={t("import.problemsLabel")}
      columns={columns}
      rows={problems}
      rowKey={(_, index) => index}
      maxHeight={420}
    />
  );
}

/** What was concluded rather than read, e.g. formats and currency. */
function Derived({ derived }: { derived: BatchResult["derived"] }) {
  const { t, locale, pick } = useTexts();
  const labels: Readonly<Record<string, string>> = t("import.derivedLabels", {
    returnObjects: true,
    lng: locale,
  });
  const entries = Object.entries(derived)
    .map(([key, value]) => [key, derivedText(value, pick)] as const)
    .filter(([, text]) => text !== "");
  if (entries.length === 0) return null;
  return (
    <div>
      <Title order={3} mb="xs">
        {t("import.derived")}
      </Title>
      <table className="k-table">
        <tbody>
          {entries.map(([key, text]) => (
            <tr key={key}>
              <th scope="row" style={{ fontWeight: 500, color: "var(--k-muted)", width: "32%" }}>
                {labels[key] ?? key}
              </th>
              <td>{text}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
