import type { EndingContract } from "@kleinod/engine/measures/renewal/report-contract.ts";
import { Text } from "@mantine/core";
import type { ReactNode } from "react";
import { useTexts } from "../../i18n/index.ts";
import { PhoneLink } from "../parts/phone-link.tsx";
import {
  EndingCost,
  EndingCustomer,
  EndingDay,
  EndingMoney,
  EndingProbability,
  EndingService,
} from "./ending-cells.tsx";

interface EndingCardsProps {
  rows: readonly EndingContract[];
  asOf: string;
  currency: string | null;
}

/** The same as cards, for a phone. */
export function EndingCards({ rows, asOf, currency }: EndingCardsProps) {
  const { t } = useTexts();
  const term = (name: string, value: ReactNode) => (
    <div>
      <dt>{name}</dt>
      <dd>{value}</dd>
    </div>
  );
  return (
    <ul
      aria-label={t("contracts.ending.title")}
      style={{ listStyle: "none", margin: 0, padding: 0, display: "grid", gap: 12 }}
    >
      {rows.map((row) => (
        <li key={`${row.source} ${row.contractNumber}`} className="k-card">
          <EndingCustomer row={row} />
          <Text size="sm" component="div" mt={6}>
            <EndingService row={row} />
          </Text>
          <dl className="k-terms">
            {term(t("contracts.ending.ends"), <EndingDay row={row} asOf={asOf} />)}
            {term(t("contracts.ending.probability"), <EndingProbability row={row} />)}
            {term(
              t("contracts.ending.income"),
              <EndingMoney cents={row.incomePerYearCents} currency={currency} />,
            )}
            {term(t("contracts.ending.cost"), <EndingCost row={row} currency={currency} />)}
          </dl>
          <div style={{ marginTop: 8 }}>
            <PhoneLink phone={row.phone} />
          </div>
        </li>
      ))}
    </ul>
  );
}
