import type { Job } from "@kleinod/engine/import/history.ts";
import { Button, Text } from "@mantine/core";
import { call } from "../api/client.ts";
import type { BatchList as Batches, Space } from "../api/types.ts";
import { useTexts } from "../i18n/index.ts";
import { useStartJob } from "../ui/jobs.ts";
import { notifyDone, notifyProblem } from "../ui/notify.ts";
import { SimpleTable } from "../ui/simple-table.tsx";
import type { TableColumn } from "../ui/table-column.ts";
import { useKindLabel, useStatusLabel } from "./labels.ts";

type Batch = Batches["batches"][number];

interface BatchListProps {
  space: Space;
  batches: readonly Batch[];
  onOpen: (id: string) => void;
}

/** The imports, newest first. Undoing is harmless: it can be redone, whatever came later. */
export function BatchList({ space, batches, onOpen }: BatchListProps) {
  const { t, format } = useTexts();
  const kindLabel = useKindLabel();
  const statusLabel = useStatusLabel();
  const toggle = useStartJob(space, ({ id, action }: { id: string; action: "undo" | "redo" }) =>
    call<Job>(`/import/batches/${encodeURIComponent(id)}/${action}`, space, { method: "POST" }),
  );
  const run = (batch: Batch, action: "undo" | "redo") => {
    if (batch.batchId === null) return;
    toggle.mutate(
      { id: batch.batchId, action },
      {
        onSuccess: () =>
          notifyDone(t(action === "undo" ? "import.undoing" : "import.redoing", { file: batch.file })),
        onError: (error) => notifyProblem(t("import.undoFailed"), error, t("errors.kept")),
      },
    );
  };
  const number = (
    code: keyof Batch & ("read" | "created" | "updated" | "unchanged" | "restated"),
    label: string,
  ): TableColumn<Batch> => ({
    code,
    label,
    isNumber: true,
    sortValue: (row) => row[code],
    cell: (row) => format.count(row[code]),
  });
  const columns: TableColumn<Batch>[] = [
    {
      code: "file",
      label: t("import.file"),
      sortValue: (row) => row.file,
      cell: (row) => (
        <>
          <Button
            variant="transparent"
            size="compact-sm"
            px={0}
            fw={600}
            onClick={() => row.batchId !== null && onOpen(row.batchId)}
          >
            {row.file}
          </Button>
          <Text size="xs" c="dimmed">
            {kindLabel(row.kind)}
          </Text>
        </>
      ),
    },
    {
      code: "when",
      label: t("import.when"),
      sortValue: (row) => row.importedAt,
      cell: (row) => (row.importedAt === null ? "–" : format.instant(row.importedAt)),
    },
    {
      code: "status",
      label: t("import.statusLabel"),
      sortValue: (row) => row.status,
      cell: (row) => statusLabel(row.status),
    },
    number("read", t("import.read")),
    number("created", t("import.created")),
    number("updated", t("import.updated")),
    number("unchanged", t("import.unchanged")),
    number("restated", t("import.restated")),
    {
      code: "rejected",
      label: t("import.rejected"),
      isNumber: true,
      sortValue: (row) => row.rejected,
      cell: (row) =>
        row.problemsTotal === 0 || row.batchId === null ? (
          format.count(row.rejected)
        ) : (
          <Button
            variant="transparent"
            size="compact-sm"
            px={0}
            onClick={() => row.batchId !== null && onOpen(row.batchId)}
            title={t("import.showProblems", { file: row.file })}
          >
            {format.count(row.rejected)}
          </Button>
        ),
    },
    {
      code: "undo",
      label: t("import.change"),
      cell: (row) =>
        space === "example" || row.batchId === null ? null : row.status === "undone" ? (
          <Button
            size="compact-sm"
            variant="light"
            onClick={() => run(row, "redo")}
            loading={toggle.isPending}
          >
            {t("import.redo")}
          </Button>
        ) : row.status === "applied" ? (
          <Button
            size="compact-sm"
            variant="default"
            onClick={() => run(row, "undo")}
            loading={toggle.isPending}
          >
            {t("import.undo")}
          </Button>
        ) : null,
    },
  ];
  return (
    <SimpleTable
      label={t("import.history")}
      columns={columns}
      rows={batches}
      rowKey={(row, index) => row.batchId ?? index}
    />
  );
}
