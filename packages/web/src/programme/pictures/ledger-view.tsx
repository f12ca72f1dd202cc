import type { LedgerLine, PlanCheck } from "@kleinod/engine/programme/contracts/finding-contract.ts";
import { Stack, Text } from "@mantine/core";
import { ChartFrame } from "../../charts/chart-frame.tsx";
import { useTexts } from "../../i18n/index.ts";
import type { TableColumn } from "../../ui/table-column.ts";
import { useOptionNames } from "../parts/use-option-names.ts";
import { LedgerBars } from "./ledger-bars.tsx";

interface LedgerViewProps {
  check: PlanCheck;
  currency: string | null;
  segmentName: (code: string) => string;
}

/** What the plan gives the customers of a segment and takes from them, as they see it, per customer and year. */
export function LedgerView({ check, currency, segmentName }: LedgerViewProps) {
  const { t } = useTexts();
  if (check.ledger.length === 0) {
    return (
      <div className="k-card">
        <Text c="dimmed">{t("programme.ledger.none")}</Text>
      </div>
    );
  }
  return (
    <Stack gap="lg">
      {check.balances.map((balance) => (
        <SegmentLedger
          key={balance.segment}
          balance={balance}
          lines={check.ledger.filter(({ segment }) => segment === balance.segment)}
          currency={currency}
          name={segmentName(balance.segment)}
        />
      ))}
    </Stack>
  );
}

interface SegmentLedgerProps {
  balance: PlanCheck["balances"][number];
  lines: readonly LedgerLine[];
  currency: string | null;
  name: string;
}

function SegmentLedger({ balance, lines, currency, name }: SegmentLedgerProps) {
  const { t, format, pick } = useTexts();
  const nameOf = useOptionNames();
  const money = (cents: number | null) =>
    cents === null ? t("frame.unclear") : format.money(cents, currency);
  const optionName = (code: string) => `${code} ${nameOf(code)}`;
  const { givesCents, takesCents, balanceCents } = balance;
  const arithmetic =
    givesCents === null || takesCents === null || balanceCents === null
      ? t("programme.ledger.unclear")
      : t("programme.ledger.arithmetic", {
          gives: money(givesCents),
          takes: money(Math.abs(takesCents)),
          balance: money(balanceCents),
        });
  const columns: TableColumn<LedgerLine>[] = [
    {
      code: "option",
      label: t("programme.ledger.option"),
      sortValue: (line) => line.option,
      cell: (line) => optionName(line.option),
    },
    {
      code: "kind",
      label: t("programme.ledger.kind"),
      sortValue: (line) => line.kind,
      cell: (line) => t(`programme.kinds.${line.kind}`),
    },
    {
      code: "from",
      label: t("programme.option.from"),
      sortValue: (line) => line.liveFrom,
      cell: (line) => format.date(line.liveFrom),
    },
    {
      code: "minutes",
      label: t("programme.ledger.minutes"),
      isNumber: true,
      sortValue: (line) => line.minutesPerYear,
      cell: (line) =>
        line.minutesPerYear === null ? t("frame.unclear") : format.number(line.minutesPerYear),
    },
    {
      code: "money",
      label: t("programme.ledger.money"),
      isNumber: true,
      sortValue: (line) => line.moneyCentsPerYear,
      cell: (line) => money(line.moneyCentsPerYear),
    },
    {
      code: "value",
      label: t("programme.ledger.value"),
      isNumber: true,
      sortValue: (line) => line.valueCentsPerYear,
      cell: (line) => money(line.valueCentsPerYear),
    },
    { code: "sentence", label: t("programme.ledger.sentence"), cell: (line) => pick(line.sentence) },
  ];
  return (
    <ChartFrame
      title={t("programme.ledger.title", { name })}
      hint={
        <>
          <Text component="p" m={0} fw={600} c="var(--k-ink)">
            {arithmetic}
          </Text>
          {t("programme.ledger.hint", { n: format.count(balance.customers) })}
        </>
      }
      alternative={arithmetic}
      columns={columns}
      rows={lines}
    >
      <LedgerBars lines={lines} optionName={optionName} money={money} />
    </ChartFrame>
  );
}
