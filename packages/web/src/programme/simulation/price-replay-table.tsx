import type { PriceReplay, ReplayedLever } from "@kleinod/engine/programme/price-replay/report-contract.ts";
import { useQuery } from "@tanstack/react-query";
import { priceReplayQuery } from "../../api/simulation-queries.ts";
import { useTexts } from "../../i18n/index.ts";
import { Section } from "../../ui/page.tsx";
import { SimpleTable } from "../../ui/simple-table.tsx";
import type { TableColumn } from "../../ui/table-column.ts";
import { useSpace } from "../../ui/use-space.ts";

const money = ["feeCents", "consolidationCents", "movingCents", "lostContributionCents", "netCents"] as const;

/** What the price levers of the plan would have done to the orders as they were, net of what is lost (AT4.6). */
export function PriceReplayTable({ plan }: { plan: string }) {
  const replay = useQuery(priceReplayQuery(useSpace(), plan));
  // A plan without price levers has nothing to replay; a failure is told by the simulation above.
  if (replay.data === undefined || replay.data.levers.length === 0) return null;
  return <Replay replay={replay.data} />;
}

function Replay({ replay }: { replay: PriceReplay }) {
  const { t, format, pick } = useTexts();
  const short = (cents: number) => format.moneyShort(cents, replay.currency);
  const count = (value: number) => format.count(Math.round(value));
  const columns: TableColumn<ReplayedLever>[] = [
    {
      code: "name",
      label: t("simulation.replay.lever"),
      cell: (row) => `${row.option} ${pick(row.name)}`,
    },
    {
      code: "orders",
      label: t("simulation.replay.orders"),
      isNumber: true,
      cell: (row) => `${count(row.ordersConcerned)} / ${count(row.orders)}`,
    },
    {
      code: "lost",
      label: t("simulation.replay.customersLost"),
      isNumber: true,
      cell: (row) => count(row.outcome.customersLost),
    },
    ...money.map(
      (field): TableColumn<ReplayedLever> => ({
        code: field,
        label: t(`simulation.replay.${field}`),
        isNumber: true,
        sortValue: (row) => row.outcome[field],
        cell: (row) => short(row.outcome[field]),
      }),
    ),
    {
      code: "range",
      label: t("simulation.range"),
      isNumber: true,
      cell: (row) => t("planParts.interval", { low: short(row.netLowCents), high: short(row.netHighCents) }),
    },
  ];
  return (
    <Section
      title={t("simulation.replay.title")}
      hint={[t("simulation.replay.hint"), ...replay.notes.map((note) => pick(note))].join(" ")}
    >
      <SimpleTable
        label={t("simulation.replay.title")}
        columns={columns}
        rows={replay.levers}
        rowKey={(row) => row.assignment}
      />
    </Section>
  );
}
