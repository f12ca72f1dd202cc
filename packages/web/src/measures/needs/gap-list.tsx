import type { NeedGapRow, NeedGapsReport } from "@kleinod/engine/measures/need/report-contract.ts";
import { Button, Group, Select, Text, TextInput } from "@mantine/core";
import { useDebouncedCallback, useMediaQuery } from "@mantine/hooks";
import { IconSearch } from "@tabler/icons-react";
import type { ReactNode } from "react";
import { useTexts } from "../../i18n/index.ts";
import { EmptyState } from "../../ui/empty-state.tsx";
import { TextLink } from "../../ui/link.tsx";
import { Section } from "../../ui/page.tsx";
import { ScrollRegion } from "../../ui/scroll-region.tsx";
import { useSpace } from "../../ui/use-space.ts";
import { enumLabel } from "../cell-value.tsx";
import { NoteField } from "../parts/note-field.tsx";
import { PhoneLink } from "../parts/phone-link.tsx";
import type { NeedSearch } from "./need-search.ts";

interface GapListProps {
  report: NeedGapsReport;
  isLoading: boolean;
  search: NeedSearch;
  onChange: (values: Record<string, string | undefined>) => void;
  onMore: () => void;
}

const sizes = ["small", "large", "sizeUnclear"] as const;

/** Whom to call and what for: one row a gap, most expected first; cards on a phone. */
export function GapList({ report, isLoading, search, onChange, onMore }: GapListProps) {
  const texts = useTexts();
  const { t, format } = texts;
  const isNarrow = useMediaQuery("(max-width: 48em)");
  const searchLater = useDebouncedCallback((text: string) => onChange({ q: text || undefined }), 250);
  const choice = (key: "field" | "branch" | "region" | "sizes", placeholder: string, data: Choice[]) => (
    <Select
      data={data}
      value={search[key] ?? null}
      onChange={(value) => onChange({ [key]: value ?? undefined })}
      placeholder={placeholder}
      aria-label={placeholder}
      clearable
      searchable={data.length > 8}
      style={{ flex: "1 1 9.5rem" }}
    />
  );
  const plain = (values: readonly string[]): Choice[] => values.map((value) => ({ value, label: value }));
  return (
    <Section title={t("needs.gap.title")}>
      <Group className="k-no-print" gap="sm" mb="sm">
        <TextInput
          defaultValue={search.q ?? ""}
          onChange={(event) => searchLater(event.currentTarget.value)}
          leftSection={<IconSearch size={16} />}
          placeholder={t("needs.filter.search")}
          aria-label={t("needs.filter.search")}
          style={{ flex: "2 1 12rem" }}
        />
        {choice("field", t("needs.filter.field"), plain(report.choices.fields))}
        {choice("branch", t("needs.filter.branch"), plain(report.choices.branches))}
        {choice("region", t("needs.filter.region"), plain(report.choices.regions))}
        {choice(
          "sizes",
          t("needs.filter.size"),
          sizes.map((value) => ({ value, label: enumLabel(value, texts) })),
        )}
      </Group>
      {report.rows.length === 0 ? (
        <EmptyState title={t("needs.gap.empty")} why={t("needs.gap.emptyWhy")} />
      ) : isNarrow ? (
        <GapCards report={report} />
      ) : (
        <GapRows report={report} />
      )}
      {report.rows.length < report.total ? (
        <Group className="k-no-print" mt="sm">
          <Button variant="default" loading={isLoading} onClick={onMore}>
            {t("needs.gap.more", {
              shown: format.count(report.rows.length),
              total: format.count(report.total),
            })}
          </Button>
        </Group>
      ) : null}
    </Section>
  );
}

interface Choice {
  value: string;
  label: string;
}

const rowKey = (row: NeedGapRow) => `${row.customerId} ${row.field}`;

function GapRows({ report }: { report: NeedGapsReport }) {
  const { t } = useTexts();
  const money = (label: string) => (report.currency === null ? label : `${label} (${report.currency})`);
  const headers: readonly (readonly [label: string, isNumber: boolean, width: string])[] = [
    [t("needs.gap.customer"), false, "23%"],
    [t("needs.gap.field"), false, "13%"],
    [t("needs.gap.peers"), false, "19%"],
    [money(t("needs.gap.worth")), true, "11%"],
    [money(t("needs.gap.expected")), true, "9%"],
    [t("needs.gap.phone"), false, "14%"],
    [t("needs.gap.note"), false, "11%"],
  ];
  return (
    <ScrollRegion label={t("needs.gap.title")}>
      <table className="k-table" data-wraps>
        <caption className="k-hidden">{t("needs.gap.title")}</caption>
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
            <tr key={rowKey(row)}>
              <td>
                <CustomerName row={row} />
              </td>
              <td>{row.field}</td>
              <td>
                <PeerShare row={row} />
              </td>
              <td className="k-number">
                <Worth row={row} />
              </td>
              <td className="k-number">
                <Expected row={row} currency={report.currency} />
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

function GapCards({ report }: { report: NeedGapsReport }) {
  const { t } = useTexts();
  const line = (label: string, value: ReactNode) => (
    <Text size="sm" component="div">
      {label}: {value}
    </Text>
  );
  return (
    <ul style={{ listStyle: "none", margin: 0, padding: 0, display: "grid", gap: 12 }}>
      {report.rows.map((row) => (
        <li key={rowKey(row)} className="k-card">
          <CustomerName row={row} />
          {line(t("needs.gap.field"), <b>{row.field}</b>)}
          {line(t("needs.gap.expected"), <Expected row={row} currency={report.currency} />)}
          <PeerShare row={row} />
          <div style={{ margin: "8px 0" }}>
            <PhoneLink phone={row.phone} contactName={row.contactName} />
          </div>
          <NoteField customerId={row.customerId} note={row.note} label={row.name} />
        </li>
      ))}
    </ul>
  );
}

function CustomerName({ row }: { row: NeedGapRow }) {
  const texts = useTexts();
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
          row.branch,
          enumLabel(row.sizeClass, texts),
        ]
          .filter((part) => part !== null && part !== "")
          .join(" · ")}
      </Text>
    </>
  );
}

/** The share of comparable firms as a bar with its interval: dark up to the lower bound, light up to the upper one. */
function PeerShare({ row }: { row: NeedGapRow }) {
  const { t, format } = useTexts();
  return (
    <>
      <div className="k-share" aria-hidden="true">
        <span style={{ width: `${row.shareHigh * 100}%` }} data-light />
        <span style={{ width: `${row.shareLow * 100}%` }} />
      </div>
      <Text size="sm">
        {format.percent(row.peerShare)}{" "}
        <Text span size="xs" c="dimmed">
          {t("needs.gap.interval", {
            low: format.percent(row.shareLow),
            high: format.percent(row.shareHigh),
          })}
        </Text>
      </Text>
      <Text size="xs" c="dimmed">
        {t("needs.gap.group", { buying: format.count(row.peersBuying), peers: format.count(row.peers) })},{" "}
        {t(`needs.gap.levels.${row.peerLevel}`)}
      </Text>
    </>
  );
}

function Worth({ row }: { row: NeedGapRow }) {
  const { format } = useTexts();
  const francs = (cents: number) => format.count(Math.round(cents / 100));
  return (
    <>
      {format.amount(row.worthCents)}
      <Text size="xs" c="dimmed">
        {francs(row.worthLowCents)}–{francs(row.worthHighCents)}
      </Text>
    </>
  );
}

function Expected({ row, currency }: { row: NeedGapRow; currency: string | null }) {
  const { format } = useTexts();
  return <b title={format.moneyExact(row.expectedCents, currency)}>{format.amount(row.expectedCents)}</b>;
}
