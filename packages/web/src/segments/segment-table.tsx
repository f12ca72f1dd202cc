import type { Segment } from "@kleinod/engine/segments/overlays/contract.ts";
import type { SegmentRow, SegmentsReport } from "@kleinod/engine/segments/overlays/report-contract.ts";
import { Button, Group, Text } from "@mantine/core";
import { useMutation, useQueryClient } from "@tanstack/react-query";
import { call } from "../api/client.ts";
import { useTexts } from "../i18n/index.ts";
import { LinkButton } from "../ui/link.tsx";
import { notifyProblem } from "../ui/notify.ts";
import { SimpleTable } from "../ui/simple-table.tsx";
import type { TableColumn } from "../ui/table-column.ts";
import { notifyWithUndo } from "../ui/undo-notification.tsx";
import { useSpace } from "../ui/use-space.ts";

/** Every segment with what it brings, costs, and how stable it is. */
export function SegmentTable({ report, list }: { report: SegmentsReport; list: readonly Segment[] }) {
  const texts = useTexts();
  const { t, format, pick } = texts;
  const money = (label: string) => (report.currency === null ? label : `${label} (${report.currency})`);
  const unclear = <span className="k-unclear">{t("frame.unclear")}</span>;
  const columns: TableColumn<SegmentRow>[] = [
    {
      code: "name",
      label: t("segments.name"),
      sortValue: (row) => pick(row.name),
      cell: (row) => (
        <>
          <Text size="sm" fw={600}>
            {pick(row.name)}
          </Text>
          <Text size="xs" c="dimmed">
            {t(`segments.kinds.${row.kind}`)}
            {row.kind === "overlay" ? ` · ${t("segments.version", { n: format.count(row.version) })}` : ""}
            {row.problem === null ? "" : ` · ${pick(row.problem)}`}
          </Text>
          {row.overrideReason === null ? null : (
            <Text size="xs" c="dimmed">
              {t("segments.overridden", { reason: row.overrideReason })}
            </Text>
          )}
        </>
      ),
    },
    {
      code: "customers",
      label: t("segments.customers"),
      isNumber: true,
      sortValue: (row) => row.customers,
      cell: (row) => format.count(row.customers),
    },
    {
      code: "sales",
      label: money(t("segments.sales")),
      isNumber: true,
      sortValue: (row) => row.salesCents,
      cell: (row) => (row.salesCents === null ? unclear : format.amount(row.salesCents)),
    },
    {
      code: "contribution",
      label: money(t("segments.contribution")),
      isNumber: true,
      sortValue: (row) => row.avoidableContributionCents,
      cell: (row) =>
        row.avoidableContributionCents === null ? unclear : format.amount(row.avoidableContributionCents),
    },
    {
      code: "minutes",
      label: t("segments.minutes"),
      isNumber: true,
      sortValue: (row) => row.minutes,
      cell: (row) => (row.minutes === null ? unclear : format.count(Math.round(row.minutes / 60))),
    },
    {
      code: "stability",
      label: t("segments.stability"),
      isNumber: true,
      sortValue: (row) => row.stability,
      cell: (row) =>
        row.stability === null ? (
          <Text span size="xs" c="dimmed">
            {t("segments.stabilityUnknown")}
          </Text>
        ) : (
          format.percent(row.stability)
        ),
    },
    {
      code: "action",
      label: t("segments.action"),
      cell: (row) => (
        <>
          <Text size="sm">{row.action === "" ? "–" : row.action}</Text>
          {row.kind === "overlay" ? (
            <SegmentActions row={row} segment={list.find(({ code }) => code === row.code)} />
          ) : null}
        </>
      ),
    },
  ];
  return (
    <SimpleTable
      label={t("segments.title")}
      columns={columns}
      rows={report.segments}
      rowKey={(row) => `${row.segmentation} ${row.code}`}
    />
  );
}

function SegmentActions({ row, segment }: { row: SegmentRow; segment: Segment | undefined }) {
  const { t, pick } = useTexts();
  const space = useSpace();
  const client = useQueryClient();
  const change = useMutation({
    mutationFn: (event: "retire" | "restore") =>
      call(`/segments/${encodeURIComponent(row.code)}/${event}`, space, {
        method: "POST",
        body: event === "restore" ? { version: row.version } : {},
      }),
    onSuccess: (_, event) => {
      void client.invalidateQueries({ queryKey: [space, "segments"] });
      if (event === "retire") {
        notifyWithUndo(t("segments.retired", { name: pick(row.name) }), t("segments.undo"), () =>
          change.mutate("restore"),
        );
      }
    },
    onError: (error) => notifyProblem(t("segments.failed"), error, ""),
  });
  if (segment === undefined) return null;
  return (
    <Group gap="xs" mt={4} className="k-no-print">
      <LinkButton
        to="/$space/segments/build"
        params={{ space }}
        search={{ code: row.code }}
        variant="default"
        size="compact-xs"
      >
        {t("segments.edit")}
      </LinkButton>
      <Button
        variant="subtle"
        color="gray"
        size="compact-xs"
        loading={change.isPending}
        onClick={() => change.mutate("retire")}
      >
        {t("segments.retire")}
      </Button>
    </Group>
  );
}
