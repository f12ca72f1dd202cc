import type { TriangleCustomers } from "@kleinod/engine/measures/triangle/report-contract.ts";
import { Button, Skeleton, Title } from "@mantine/core";
import { useQuery } from "@tanstack/react-query";
import { useState } from "react";
import { triangleCustomersQuery } from "../../api/economics-queries.ts";
import { useTexts } from "../../i18n/index.ts";
import { ErrorState } from "../../ui/error-state.tsx";
import { SimpleTable } from "../../ui/simple-table.tsx";
import type { TableColumn } from "../../ui/table-column.ts";
import { useSpace } from "../../ui/use-space.ts";
import { CustomerLink } from "../economics/customer-link.tsx";
import { MoneyCell } from "../economics/money-cell.tsx";
import { SizeMark } from "../economics/size-mark.tsx";

type Row = TriangleCustomers["rows"][number];

const pageSize = 50;

/** Customers of one case type, most cost first, each with its size; for those who work on the case type. */
export function CaseTypeCustomers({ code }: { code: string }) {
  const { t, format } = useTexts();
  const space = useSpace();
  const [limit, setLimit] = useState(pageSize);
  const customers = useQuery(triangleCustomersQuery(space, code, limit));
  if (customers.isError) return <ErrorState error={customers.error} retry={() => void customers.refetch()} />;
  if (customers.data === undefined) return <Skeleton height={200} />;
  const { rows, total, currency } = customers.data;
  const inCurrency = (label: string) => (currency === null ? label : `${label} (${currency})`);
  const columns: TableColumn<Row>[] = [
    {
      code: "name",
      label: t("costToServe.customers.customer"),
      sortValue: (row) => row.name,
      cell: (row) => <CustomerLink id={row.customerId} name={row.name} />,
    },
    {
      code: "size",
      label: t("costToServe.customers.size"),
      sortValue: (row) => row.sizeClass,
      cell: (row) => <SizeMark sizeClass={row.sizeClass} />,
    },
    {
      code: "inTriangle",
      label: t("triangle.detail.inTriangle"),
      sortValue: (row) => (row.inTriangle === null ? null : Number(row.inTriangle)),
      cell: (row) =>
        row.inTriangle === null ? (
          <span className="k-unclear">{t("frame.unclear")}</span>
        ) : row.inTriangle ? (
          t("frame.yes")
        ) : (
          t("frame.no")
        ),
    },
    {
      code: "contacts",
      label: t("triangle.types.contacts"),
      isNumber: true,
      sortValue: (row) => row.contacts,
      cell: (row) => (row.contacts === null ? "–" : format.count(row.contacts)),
    },
    {
      code: "value",
      label: inCurrency(t("triangle.detail.perContact")),
      isNumber: true,
      sortValue: (row) => row.valuePerContactCents,
      cell: (row) => <MoneyCell cents={row.valuePerContactCents} />,
    },
    {
      code: "variety",
      label: t("triangle.detail.variety"),
      isNumber: true,
      sortValue: (row) => row.needVariety,
      cell: (row) => (row.needVariety === null ? "–" : format.number(row.needVariety)),
    },
    {
      code: "ratio",
      label: t("triangle.detail.ratio"),
      isNumber: true,
      sortValue: (row) => row.effortRatio,
      cell: (row) => (row.effortRatio === null ? "–" : format.percent(row.effortRatio)),
    },
    {
      code: "full",
      label: inCurrency(t("costToServe.customers.full")),
      isNumber: true,
      sortValue: (row) => row.fullCents,
      cell: (row) => <MoneyCell cents={row.fullCents} />,
    },
    {
      code: "avoidable",
      label: inCurrency(t("costToServe.customers.avoidable")),
      isNumber: true,
      sortValue: (row) => row.avoidableCents,
      cell: (row) => <MoneyCell cents={row.avoidableCents} />,
    },
  ];
  const title = t("triangle.detail.customers");
  return (
    <section>
      <Title order={2}>{title}</Title>
      <p className="k-note" style={{ marginBottom: 8 }}>
        {t("triangle.detail.customersHint", { shown: format.count(rows.length), total: format.count(total) })}
      </p>
      <SimpleTable label={title} columns={columns} rows={rows} rowKey={(row) => row.customerId} />
      {rows.length >= total ? null : (
        <Button variant="subtle" mt="xs" onClick={() => setLimit(limit + 200)}>
          {t("quiet.more", { shown: format.count(rows.length), total: format.count(total) })}
        </Button>
      )}
    </section>
  );
}
