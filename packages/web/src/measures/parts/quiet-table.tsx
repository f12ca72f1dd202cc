import type { QuietReport } from "@kleinod/engine/measures/reports.ts";
import { Text } from "@mantine/core";
import { useMediaQuery } from "@mantine/hooks";
import { RhythmStrip } from "../../charts/rhythm-strip.tsx";
import { useTexts } from "../../i18n/index.ts";
import { TextLink } from "../../ui/link.tsx";
import { ScrollRegion } from "../../ui/scroll-region.tsx";
import { Unclear } from "../../ui/unclear.tsx";
import { useSpace } from "../../ui/use-space.ts";
import { enumLabel } from "../cell-value.tsx";
import { NoteField } from "./note-field.tsx";
import { PhoneLink } from "./phone-link.tsx";

type Row = QuietReport["rows"][number];

/** One row a customer, with everything for the call on it. Cards instead of columns on a phone. */
export function QuietTable({ report }: { report: QuietReport }) {
  const isNarrow = useMediaQuery("(max-width: 48em)");
  return isNarrow ? <QuietCards report={report} /> : <QuietRows report={report} />;
}

function QuietRows({ report }: { report: QuietReport }) {
  const { t, format } = useTexts();
  const inCurrency = (label: string) => (report.currency === null ? label : `${label} (${report.currency})`);
  const headers: readonly (readonly [label: string, isNumber: boolean, width?: string])[] = [
    [t("quiet.customer"), false, "28%"],
    [inCurrency(t("quiet.atStake")), true, "10%"],
    [t("quiet.lastOrder"), true, "11%"],
    [t("quiet.rhythm"), false, "22%"],
    [t("quiet.phone"), false, "14%"],
    [t("quiet.noteColumn"), false, "15%"],
  ];
  return (
    <ScrollRegion label={t("quiet.title")}>
      <table className="k-table" data-wraps>
        <caption className="k-hidden">{t("quiet.title")}</caption>
        <thead>
          <tr>
            {headers.map(([label, isNumber, width]) => (
              <th key={label} scope="col" className={isNumber ? "k-number" : undefined} style={{ width }}>
                {label}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {report.rows.map((row) => (
            <tr key={row.customerId} style={{ height: 60 }}>
              <td>
                <CustomerName row={row} />
              </td>
              <td className="k-number" title={exactMoney(row.atStakeCents, format)}>
                {row.atStakeCents === null ? (
                  <Unclear reason="tooLittleHistory" />
                ) : (
                  <b>{format.amount(row.atStakeCents)}</b>
                )}
              </td>
              <td className="k-number">
                <LastOrder row={row} />
              </td>
              <td>
                <Rhythm row={row} />
              </td>
              <td>
                <PhoneLink phone={row.phone} contactName={row.contactName} />
              </td>
              <td>
                <NoteField customerId={row.customerId} note={row.note} label={row.name} />
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </ScrollRegion>
  );
}

function QuietCards({ report }: { report: QuietReport }) {
  const { t, format } = useTexts();
  return (
    <ul style={{ listStyle: "none", margin: 0, padding: 0, display: "grid", gap: 12 }}>
      {report.rows.map((row) => (
        <li key={row.customerId} className="k-card">
          <CustomerName row={row} />
          <Text size="sm" mt={6}>
            {t("quiet.atStake")}:{" "}
            <b>
              {row.atStakeCents === null
                ? t("frame.unclear")
                : format.money(row.atStakeCents, report.currency)}
            </b>
            {row.lastPurchase === null ? "" : ` · ${t("quiet.lastOrder")} ${format.date(row.lastPurchase)}`}
          </Text>
          <Rhythm row={row} />
          <div style={{ margin: "8px 0" }}>
            <PhoneLink phone={row.phone} contactName={row.contactName} />
          </div>
          <NoteField customerId={row.customerId} note={row.note} label={row.name} />
        </li>
      ))}
    </ul>
  );
}

function CustomerName({ row }: { row: Row }) {
  const texts = useTexts();
  const { pick } = texts;
  const space = useSpace();
  return (
    <>
      <TextLink to="/$space/customers/$id" params={{ space, id: String(row.customerId) }} fw={600} size="sm">
        {row.name}
      </TextLink>
      <Text size="xs" c="dimmed">
        {[
          row.accountKey === row.name ? null : row.accountKey,
          row.city,
          enumLabel(row.sizeClass, texts),
          row.owner,
        ]
          .filter((part) => part !== null && part !== "")
          .join(" · ")}
      </Text>
      <Text size="xs" c="dimmed">
        {pick(row.reason)}
      </Text>
    </>
  );
}

function LastOrder({ row }: { row: Row }) {
  const { format, daysAgo } = useTexts();
  if (row.lastPurchase === null) return <Unclear reason="noPurchase" />;
  return (
    <>
      {row.lastOrderCents === null ? "–" : format.amount(row.lastOrderCents)}
      <br />
      <Text span size="xs" c="dimmed">
        {format.date(row.lastPurchase)}
        {row.daysSinceLast === null ? null : (
          <>
            <br />
            {daysAgo(row.daysSinceLast)}
          </>
        )}
      </Text>
    </>
  );
}

function Rhythm({ row }: { row: Row }) {
  const texts = useTexts();
  return (
    <>
      <RhythmStrip
        purchaseDaysAgo={row.purchaseDaysAgo}
        daysSinceLast={row.daysSinceLast}
        usualGapDays={row.usualGapDays}
        dormantAfterDays={row.dormantAfterDays}
      />
      <Text size="xs" c="dimmed">
        {enumLabel(row.rhythmState, texts)}
      </Text>
    </>
  );
}

function exactMoney(cents: number | null, format: { moneyExact(cents: number, currency: null): string }) {
  return cents === null ? undefined : format.moneyExact(cents, null);
}
