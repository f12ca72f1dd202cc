import type { ContractsReport, RenewalCandidate } from "@kleinod/engine/measures/renewal/report-contract.ts";
import { Text } from "@mantine/core";
import { useTexts } from "../../i18n/index.ts";
import { SimpleTable } from "../../ui/simple-table.tsx";
import type { TableColumn } from "../../ui/table-column.ts";
import { HowChosen } from "../parts/how-chosen.tsx";

type Holdout = NonNullable<ContractsReport["holdout"]>;

/** Level of the intervals of parameters, by the report's contract. */
const parameterLevel = 0.8;

/** What tells how long contracts last, against the other candidate. */
export function HowRenewalChosen({
  model,
  report: { holdout, period },
}: {
  model: NonNullable<ContractsReport["model"]>;
  report: ContractsReport;
}) {
  const { t, format } = useTexts();
  return (
    <HowChosen
      model={model}
      level={parameterLevel}
      facts={[
        [
          t("contracts.how.behind"),
          t("contracts.how.behindValue", {
            n: format.count(model.contracts),
            ended: format.count(model.ended),
          }),
        ],
        ...(model.joined === 0 ? [] : [[t("contracts.how.joined"), format.count(model.joined)] as const]),
        ...(period === null
          ? []
          : [
              [t("contracts.how.period"), t("contracts.how.periodValue", { months: period.months })] as const,
              ...(period.regularRatio === null
                ? []
                : [[t("contracts.how.regular"), format.percent(period.regularRatio)] as const]),
            ]),
      ]}
      others={(holdout?.candidates ?? []).filter(({ isChosen }) => !isChosen)}
    >
      {holdout === null ? null : <CandidateTable holdout={holdout} />}
    </HowChosen>
  );
}

function CandidateTable({ holdout }: { holdout: Holdout }) {
  const { t, format, pick } = useTexts();
  const columns: TableColumn<RenewalCandidate>[] = [
    {
      code: "name",
      label: t("contracts.how.name"),
      cell: (row) => (
        <span style={row.isChosen ? { fontWeight: 600 } : undefined}>
          {pick(row.label)}
          {row.isChosen ? ` (${t("forecast.compared.chosen")})` : ""}
        </span>
      ),
    },
    {
      code: "predicted",
      label: t("contracts.how.predicted"),
      isNumber: true,
      cell: (row) => format.fixed(row.predictedEnded, 1),
    },
    {
      code: "loss",
      label: t("contracts.how.loss"),
      hint: t("contracts.how.lossHint"),
      isNumber: true,
      cell: (row) => format.fixed(row.logLoss, 3),
    },
    {
      code: "error",
      label: t("contracts.how.error"),
      hint: t("contracts.how.errorHint"),
      isNumber: true,
      cell: (row) => format.percent(row.rmse),
    },
  ];
  return (
    <>
      <Text my="xs">
        {t("contracts.how.compared", {
          renewals: format.count(holdout.renewals),
          cut: format.date(holdout.cut),
          ended: format.count(holdout.ended),
        })}
      </Text>
      <SimpleTable
        label={t("contracts.how.table")}
        columns={columns}
        rows={holdout.candidates}
        rowKey={(row) => row.code}
      />
    </>
  );
}
