import type { ContractsReport, EndingContract } from "@kleinod/engine/measures/renewal/report-contract.ts";
import { useQueryClient } from "@tanstack/react-query";
import { contractsQuery } from "../../api/contract-queries.ts";
import { useTexts } from "../../i18n/index.ts";
import { useSpace } from "../../ui/use-space.ts";
import { CsvButton } from "../economics/csv-button.tsx";
import { type CsvColumn, unitsOf } from "../economics/table-csv.ts";

/** The call list as a file, with every cent. */
export function EndingExport({
  ending,
  currency,
}: {
  ending: ContractsReport["ending"];
  currency: string | null;
}) {
  const { t } = useTexts();
  const space = useSpace();
  const client = useQueryClient();
  const all = async () => {
    if (ending.rows.length === ending.total) return ending.rows;
    const choice = { withinDays: ending.withinDays, limit: ending.total };
    return (await client.fetchQuery(contractsQuery(space, choice))).ending.rows;
  };
  const money = (label: string) => (currency === null ? label : `${label} (${currency})`);
  const columns: CsvColumn<EndingContract>[] = [
    { header: t("contracts.ending.customer"), value: (row) => row.name },
    { header: t("contracts.ending.account"), value: (row) => row.accountKey },
    { header: t("contracts.ending.place"), value: (row) => row.city },
    { header: t("contracts.ending.phone"), value: (row) => row.phone },
    { header: t("contracts.ending.service"), value: (row) => row.product },
    { header: t("contracts.ending.number"), value: (row) => row.contractNumber },
    { header: t("contracts.ending.started"), value: (row) => row.startedOn },
    { header: t("contracts.ending.ends"), value: (row) => row.endsOn },
    { header: t("contracts.ending.notice"), value: (row) => row.noticeBy },
    {
      header: t("contracts.ending.isCancelled"),
      value: (row) => t(row.isCancelled ? "frame.yes" : "frame.no"),
    },
    { header: t("contracts.ending.probability"), value: (row) => row.probability },
    {
      header: money(t("contracts.ending.income")),
      value: (row) => unitsOf(row.incomePerYearCents),
    },
    { header: money(t("contracts.ending.cost")), value: (row) => unitsOf(row.costAvoidableCents) },
    {
      header: money(t("contracts.ending.contribution")),
      value: (row) => unitsOf(row.contributionAvoidableCents),
    },
  ];
  return <CsvButton title={t("contracts.ending.title")} columns={columns} rows={all} />;
}
