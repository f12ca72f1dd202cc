import type { CustomerDetail } from "@kleinod/engine/measures/reports.ts";
import { Anchor } from "@mantine/core";
import { useTexts } from "../i18n/index.ts";
import { Section } from "../ui/page.tsx";
import { SimpleTable } from "../ui/simple-table.tsx";
import type { TableColumn } from "../ui/table-column.ts";

type Account = CustomerDetail["accounts"][number];
type Contact = CustomerDetail["contacts"][number];

/** Who is behind the customer: the accounts of the source systems, and people. */
export function CustomerAccounts({ customer }: { customer: CustomerDetail }) {
  const { t, format } = useTexts();
  const text = (value: string | null) => value ?? <span aria-hidden="true">–</span>;
  const accounts: TableColumn<Account>[] = [
    {
      code: "key",
      label: t("customer.account"),
      sortValue: (row) => row.accountKey,
      cell: (row) => row.accountKey,
    },
    { code: "name", label: t("customer.name"), sortValue: (row) => row.name, cell: (row) => text(row.name) },
    {
      code: "address",
      label: t("customer.address"),
      cell: (row) =>
        text(
          [row.street, row.postcode, row.city, row.country].filter((part) => part !== null).join(", ") ||
            null,
        ),
    },
    {
      code: "phone",
      label: t("quiet.phone"),
      cell: (row) => <span style={{ whiteSpace: "nowrap" }}>{text(row.phone)}</span>,
    },
    { code: "vat", label: "UID", cell: (row) => text(row.vatId) },
    { code: "branch", label: t("customer.branch"), cell: (row) => text(row.branch) },
    {
      code: "employees",
      label: t("customer.employees"),
      isNumber: true,
      cell: (row) => (row.employees === null ? "–" : format.count(row.employees)),
    },
    { code: "opinion", label: t("customer.opinion"), cell: (row) => text(row.opinionClass) },
    { code: "source", label: t("customer.source"), cell: (row) => row.source },
  ];
  const contacts: TableColumn<Contact>[] = [
    { code: "name", label: t("customer.name"), cell: (row) => row.name },
    { code: "role", label: t("customer.role"), cell: (row) => text(row.role) },
    {
      code: "phone",
      label: t("quiet.phone"),
      cell: (row) =>
        row.phone === null ? (
          "–"
        ) : (
          <Anchor href={`tel:${row.phone.replace(/[^+\d]/g, "")}`}>{row.phone}</Anchor>
        ),
    },
    {
      code: "email",
      label: t("customer.email"),
      cell: (row) => (row.email === null ? "–" : <Anchor href={`mailto:${row.email}`}>{row.email}</Anchor>),
    },
  ];
  return (
    <>
      <Section
        title={t("customer.accounts", { count: customer.accounts.length })}
        hint={t("customer.accountsHint")}
      >
        <SimpleTable
          label={t("customer.accountsLabel")}
          columns={accounts}
          rows={customer.accounts}
          rowKey={(row) => row.accountId}
        />
      </Section>
      {customer.contacts.length === 0 ? null : (
        <Section title={t("customer.contacts")}>
          <SimpleTable
            label={t("customer.contacts")}
            columns={contacts}
            rows={customer.contacts}
            rowKey={(_, index) => index}
          />
        </Section>
      )}
    </>
  );
}
