import type { ResponsibilityDecision } from "@kleinod/engine/segments/responsibility/rule-contract.ts";
import { Button, Text } from "@mantine/core";
import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { responsibilityDecisionsQuery, undoDecision } from "../../api/responsibility-queries.ts";
import { useTexts } from "../../i18n/index.ts";
import { notifyDone, notifyProblem } from "../../ui/notify.ts";
import { Section } from "../../ui/page.tsx";
import { SimpleTable } from "../../ui/simple-table.tsx";
import type { TableColumn } from "../../ui/table-column.ts";
import { useSpace } from "../../ui/use-space.ts";

/** What was decided beside the rules, newest first; each can be taken back, whatever came later. */
export function DecisionsTable() {
  const { t, format } = useTexts();
  const space = useSpace();
  const client = useQueryClient();
  const list = useQuery(responsibilityDecisionsQuery(space));
  const undo = useMutation({
    mutationFn: (id: string) => undoDecision(space, id),
    onSuccess: async () => {
      await client.invalidateQueries({ queryKey: [space] });
      notifyDone(t("responsibility.assignment.undone"));
    },
    onError: (error) => notifyProblem(t("segments.failed"), error, ""),
  });
  const decisions = list.data?.decisions ?? [];
  if (decisions.length === 0) return null;
  const columns: TableColumn<ResponsibilityDecision>[] = [
    {
      code: "when",
      label: t("responsibility.decision.when"),
      sortValue: (row) => row.madeAt,
      cell: (row) => format.instant(row.madeAt),
    },
    {
      code: "what",
      label: t("responsibility.decision.what"),
      cell: (row) => (
        <>
          {t(`responsibility.decision.kinds.${row.kind}`, { name: row.assign?.name ?? row.role ?? "" })}
          {row.reason === null ? null : (
            <Text size="xs" c="dimmed">
              {row.reason}
            </Text>
          )}
        </>
      ),
    },
    {
      code: "customers",
      label: t("responsibility.gap.customers"),
      isNumber: true,
      sortValue: (row) => row.customers,
      cell: (row) => format.count(row.customers),
    },
    { code: "author", label: t("responsibility.decision.author"), cell: (row) => row.author },
    {
      code: "undo",
      label: t("responsibility.decision.state"),
      cell: (row) =>
        row.isUndone ? (
          t("responsibility.handover.undone")
        ) : (
          <Button
            variant="default"
            size="compact-sm"
            loading={undo.isPending && undo.variables === row.id}
            onClick={() => undo.mutate(row.id)}
          >
            {t("segments.undo")}
          </Button>
        ),
    },
  ];
  return (
    <Section title={t("responsibility.decision.title")} hint={t("responsibility.decision.hint")}>
      <SimpleTable
        label={t("responsibility.decision.title")}
        columns={columns}
        rows={decisions}
        rowKey={(row) => row.id}
      />
    </Section>
  );
}
