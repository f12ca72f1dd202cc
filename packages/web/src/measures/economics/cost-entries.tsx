import { drivers } from "@kleinod/engine/measures/cost-to-serve/drivers-contract.ts";
import type { CustomerCost } from "@kleinod/engine/measures/cost-to-serve/report-contract.ts";
import { Button } from "@mantine/core";
import { useState } from "react";
import { type Texts, useTexts } from "../../i18n/index.ts";
import { Section } from "../../ui/page.tsx";
import { SimpleTable } from "../../ui/simple-table.tsx";
import type { TableColumn } from "../../ui/table-column.ts";
import { channelLabel } from "./channel-label.ts";
import { CsvButton } from "./csv-button.tsx";
import { MoneyCell } from "./money-cell.tsx";
import { unitsOf } from "./table-csv.ts";

type Entry = CustomerCost["entries"][number];

const shownAtFirst = 100;

/** Every order, talk and case behind the cost: what, when, which minutes from where, what it cost, and where it stands. */
export function CostEntries({ cost }: { cost: CustomerCost }) {
  const texts = useTexts();
  const { t, format, pick } = texts;
  const [shown, setShown] = useState(shownAtFirst);
  const { currency, entries } = cost;
  const inCurrency = (label: string) => (currency === null ? label : `${label} (${currency})`);
  const columns: TableColumn<Entry>[] = [
    {
      code: "date",
      label: t("costToServe.customer.date"),
      sortValue: (row) => row.date,
      cell: (row) => format.date(row.date),
    },
    {
      code: "document",
      label: t("costToServe.customer.document"),
      sortValue: (row) => row.key,
      cell: (row) => row.key ?? t("costToServe.customer.year"),
    },
    {
      code: "activity",
      label: t("costToServe.customer.activity"),
      sortValue: (row) => pick(row.label),
      cell: (row) => (
        <>
          {pick(row.label)}
          {row.reason === null ? null : <span style={{ color: "var(--k-muted)" }}> · {row.reason}</span>}
        </>
      ),
    },
    {
      code: "channel",
      label: t("costToServe.customer.channel"),
      sortValue: (row) => row.channel,
      cell: (row) => (row.channel === null ? "–" : channelLabel(row.channel, texts)),
    },
    {
      code: "minutes",
      label: t("costToServe.customer.minutes"),
      isNumber: true,
      sortValue: (row) => row.minutes,
      cell: (row) => format.number(row.minutes),
    },
    {
      code: "basis",
      label: t("costToServe.customer.basis"),
      sortValue: (row) => (row.isLogged ? 0 : 1),
      cell: (row) => basisOf(row, texts),
    },
    {
      code: "cost",
      label: inCurrency(t("costToServe.customer.cost")),
      isNumber: true,
      sortValue: (row) => row.fullCents,
      cell: (row) => <MoneyCell cents={row.fullCents} />,
    },
    {
      code: "place",
      label: t("costToServe.customer.place"),
      sortValue: (row) => row.place.file,
      cell: (row) => placeOf(row, texts),
    },
  ];
  const title = t("costToServe.customer.entries");
  return (
    <Section
      title={title}
      hint={t("costToServe.customer.entriesHint", {
        shown: format.count(Math.min(shown, entries.length)),
        total: format.count(cost.totalEntries),
      })}
      actions={
        <CsvButton
          title={`${title} ${cost.customer.accountKey}`}
          rows={entries}
          columns={[
            { header: t("costToServe.customer.date"), value: (row) => row.date },
            { header: t("costToServe.customer.document"), value: (row) => row.key },
            { header: t("costToServe.customer.activity"), value: (row) => pick(row.label) },
            { header: t("costToServe.customer.role"), value: (row) => row.role },
            { header: t("costToServe.customer.reason"), value: (row) => row.reason },
            { header: t("costToServe.customer.channel"), value: (row) => row.channel },
            { header: t("costToServe.customer.minutes"), value: (row) => row.minutes },
            { header: t("costToServe.customer.basis"), value: (row) => basisOf(row, texts) },
            { header: t("costToServe.customer.cost"), value: (row) => unitsOf(row.fullCents) },
            { header: t("costToServe.customer.place"), value: (row) => placeOf(row, texts) },
          ]}
        />
      }
    >
      <SimpleTable
        label={title}
        columns={columns}
        rows={entries.slice(0, shown)}
        rowKey={(row, index) => `${row.event} ${row.key} ${index}`}
      />
      {entries.length <= shown ? null : (
        <Button variant="subtle" mt="xs" onClick={() => setShown(shown + 500)}>
          {t("quiet.more", { shown: format.count(shown), total: format.count(entries.length) })}
        </Button>
      )}
    </Section>
  );
}

/** Logged, stated in money, or from the equation with the drivers that went into it. */
function basisOf(entry: Entry, { t, format, pick }: Texts): string {
  if (entry.isLogged) return t("costToServe.customer.logged");
  if (entry.role === "direct") return t("costToServe.customer.money");
  const values = Object.entries(entry.drivers).map(([code, value]) => {
    const label = drivers.find((driver) => driver.code === code)?.label;
    return `${format.number(value)} ${label === undefined ? code : pick(label)}`;
  });
  return [t("costToServe.customer.computed"), values.join(", ")].filter((part) => part !== "").join(": ");
}

function placeOf(entry: Entry, { t, format }: Texts): string {
  const { file, line, source } = entry.place;
  if (file === null) return source === "kleinod" ? t("costToServe.customer.app") : (source ?? "–");
  return line === null ? file : `${file}, ${t("costToServe.problems.line", { line: format.count(line) })}`;
}
