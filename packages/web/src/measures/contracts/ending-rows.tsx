import type { EndingContract } from "@kleinod/engine/measures/renewal/report-contract.ts";
import { useTexts } from "../../i18n/index.ts";
import { ScrollRegion } from "../../ui/scroll-region.tsx";
import { PhoneLink } from "../parts/phone-link.tsx";
import {
  EndingCost,
  EndingCustomer,
  EndingDay,
  EndingMoney,
  EndingProbability,
  EndingService,
} from "./ending-cells.tsx";

interface EndingRowsProps {
  rows: readonly EndingContract[];
  asOf: string;
  currency: string | null;
}

/** One row a contract, the earliest end first. */
export function EndingRows({ rows, asOf, currency }: EndingRowsProps) {
  const { t } = useTexts();
  const money = (label: string) => (currency === null ? label : `${label} (${currency})`);
  const headers: readonly {
    label: string;
    width: string;
    isNumber?: boolean;
    hint?: string;
  }[] = [
    { label: t("contracts.ending.customer"), width: "20%" },
    { label: t("contracts.ending.service"), width: "18%" },
    { label: t("contracts.ending.ends"), width: "16%" },
    { label: t("contracts.ending.probability"), width: "9%" },
    { label: money(t("contracts.ending.income")), width: "10%", isNumber: true },
    {
      label: money(t("contracts.ending.cost")),
      width: "12%",
      isNumber: true,
      hint: t("contracts.ending.costHint"),
    },
    { label: t("contracts.ending.phone"), width: "15%" },
  ];
  return (
    <ScrollRegion label={t("contracts.ending.title")}>
      <table className="k-table" data-wraps>
        <caption className="k-hidden">{t("contracts.ending.title")}</caption>
        <thead>
          <tr>
            {headers.map(({ label, width, isNumber, hint }) => (
              <th
                key={label}
                scope="col"
                title={hint}
                className={isNumber === true ? "k-number" : undefined}
                style={{ width }}
              >
                {label}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            <tr key={`${row.source} ${row.contractNumber}`}>
              <td>
                <EndingCustomer row={row} />
              </td>
              <td>
                <EndingService row={row} />
              </td>
              <td>
                <EndingDay row={row} asOf={asOf} />
              </td>
              <td>
                <EndingProbability row={row} />
              </td>
              <td className="k-number">
                <EndingMoney cents={row.incomePerYearCents} currency={currency} />
              </td>
              <td className="k-number">
                <EndingCost row={row} currency={currency} />
              </td>
              <td>
                <PhoneLink phone={row.phone} />
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </ScrollRegion>
  );
}
