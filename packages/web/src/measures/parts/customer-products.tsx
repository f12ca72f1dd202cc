import type { CustomerDetail } from "@kleinod/engine/measures/reports.ts";
import { useTexts } from "../../i18n/index.ts";
import { EmptyState } from "../../ui/empty-state.tsx";
import { Section } from "../../ui/page.tsx";
import { SimpleTable } from "../../ui/simple-table.tsx";
import type { TableColumn } from "../../ui/table-column.ts";

type Group = CustomerDetail["productGroups"][number];
type Product = CustomerDetail["products"][number];

/** What this customer buys: groups with their share, and the products. */
export function CustomerProducts({ customer }: { customer: CustomerDetail }) {
  const { t, format } = useTexts();
  const unit = customer.currency === null ? "" : ` (${customer.currency})`;
  // Without product groups in the data every product is its own group, which the second table says already.
  const codes = new Set(customer.products.map((product) => product.productCode));
  const hasGroups = customer.productGroups.some(({ group }) => !codes.has(group));
  const groups: TableColumn<Group>[] = [
    { code: "group", label: t("customer.group"), sortValue: (row) => row.group, cell: (row) => row.group },
    {
      code: "share",
      label: t("customer.share"),
      isNumber: true,
      sortValue: (row) => row.share,
      cell: (row) => (
        <span style={{ display: "inline-flex", gap: 8, alignItems: "center" }}>
          <span
            aria-hidden="true"
            style={{
              width: `${Math.max(2, Math.round(Math.max(0, row.share) * 80))}px`,
              height: 8,
              borderRadius: 2,
              background: "var(--k-accent)",
            }}
          />
          {format.percent(row.share)}
        </span>
      ),
    },
    {
      code: "sales",
      label: t("charts.sales") + unit,
      isNumber: true,
      sortValue: (row) => row.salesCents,
      cell: (row) => (
        <span title={format.moneyExact(row.salesCents, null)}>{format.amount(row.salesCents)}</span>
      ),
    },
  ];
  const products: TableColumn<Product>[] = [
    {
      code: "product",
      label: t("customer.product"),
      sortValue: (row) => row.productName ?? row.productCode,
      cell: (row) => <span title={row.productCode}>{row.productName ?? row.productCode}</span>,
    },
    {
      code: "quantity",
      label: t("customer.quantity"),
      isNumber: true,
      sortValue: (row) => row.quantity,
      cell: (row) => format.number(row.quantity, 2),
    },
    {
      code: "sales",
      label: t("charts.sales") + unit,
      isNumber: true,
      sortValue: (row) => row.salesCents,
      cell: (row) => (
        <span title={format.moneyExact(row.salesCents, null)}>{format.amount(row.salesCents)}</span>
      ),
    },
    {
      code: "last",
      label: t("customer.lastBought"),
      isNumber: true,
      sortValue: (row) => row.lastBought,
      cell: (row) => format.date(row.lastBought),
    },
  ];
  if (customer.products.length === 0 && customer.productGroups.length === 0) {
    return <EmptyState title={t("customer.noProducts")} why={t("customer.noProductsWhy")} />;
  }
  return (
    <div className="k-columns">
      {hasGroups ? (
        <Section title={t("customer.groups")}>
          <SimpleTable
            label={t("customer.groups")}
            columns={groups}
            rows={customer.productGroups}
            rowKey={(row) => row.group}
            initialSort="-sales"
            maxHeight={420}
          />
        </Section>
      ) : null}
      <Section title={t("customer.products")}>
        <SimpleTable
          label={t("customer.products")}
          columns={products}
          rows={customer.products}
          rowKey={(row) => row.productCode}
          initialSort="-sales"
          maxHeight={420}
        />
      </Section>
    </div>
  );
}
