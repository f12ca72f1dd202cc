import type { CustomerDocuments } from "@kleinod/engine/measures/reports.ts";
import { Button, Group, Skeleton } from "@mantine/core";
import { useQuery } from "@tanstack/react-query";
import { useState } from "react";
import { customerDocumentsQuery } from "../api/queries.ts";
import type { Space } from "../api/types.ts";
import { useTexts } from "../i18n/index.ts";
import { useDocumentTypeLabel } from "../import/labels.ts";
import { ErrorState } from "../ui/error-state.tsx";
import { TextLink } from "../ui/link.tsx";
import { SimpleTable } from "../ui/simple-table.tsx";
import type { TableColumn } from "../ui/table-column.ts";

type Document = CustomerDocuments["rows"][number];
const pageSize = 20;

/** The documents behind every figure of the customer, newest first. */
export function CustomerDocumentsTable({ space, id }: { space: Space; id: string }) {
  const { t, format } = useTexts();
  const typeLabel = useDocumentTypeLabel();
  const [limit, setLimit] = useState(pageSize);
  const documents = useQuery(customerDocumentsQuery(space, id, limit));
  if (documents.isError) return <ErrorState error={documents.error} retry={() => void documents.refetch()} />;
  if (documents.data === undefined) return <Skeleton height={240} />;
  const columns: TableColumn<Document>[] = [
    {
      code: "date",
      label: t("charts.date"),
      sortValue: (row) => row.date,
      cell: (row) => (row.date === null ? "–" : format.date(row.date)),
    },
    {
      code: "number",
      label: t("customer.documentNumber"),
      sortValue: (row) => row.documentNumber,
      cell: (row) => row.documentNumber,
    },
    {
      code: "type",
      label: t("customer.documentType"),
      sortValue: (row) => row.documentType,
      cell: (row) => typeLabel(row.documentType),
    },
    { code: "account", label: t("customer.account"), cell: (row) => row.accountKey },
    {
      code: "lines",
      label: t("customer.lines"),
      isNumber: true,
      sortValue: (row) => row.lines,
      cell: (row) => format.count(row.lines),
    },
    {
      code: "product",
      label: t("customer.productValue"),
      isNumber: true,
      sortValue: (row) => row.productCents,
      cell: (row) => format.moneyExact(row.productCents, row.currency),
    },
    {
      code: "amount",
      label: t("customer.amount"),
      isNumber: true,
      sortValue: (row) => row.amountCents,
      cell: (row) => format.moneyExact(row.amountCents, row.currency),
    },
    {
      code: "batch",
      label: t("customer.fromImport"),
      cell: (row) => (
        <TextLink to="/$space/data" params={{ space }} search={{ batch: row.batchId }} size="sm">
          {row.batchId}
        </TextLink>
      ),
    },
  ];
  const { total, rows } = documents.data;
  return (
    <>
      <SimpleTable
        label={t("customer.documents")}
        columns={columns}
        rows={rows}
        rowKey={(row) => `${row.documentNumber}-${row.batchId}-${row.accountKey}`}
      />
      {rows.length < total ? (
        <Group mt="sm">
          <Button
            variant="default"
            loading={documents.isFetching}
            onClick={() => setLimit(limit + pageSize * 2)}
          >
            {t("quiet.more", { shown: format.count(rows.length), total: format.count(total) })}
          </Button>
        </Group>
      ) : null}
    </>
  );
}
