import type { Forecast, Forecaster } from "@kleinod/engine/measures/expectation/report-contract.ts";
import { Badge } from "@mantine/core";
import { useTexts } from "../../i18n/index.ts";
import { Section } from "../../ui/page.tsx";
import { SimpleTable } from "../../ui/simple-table.tsx";
import type { TableColumn } from "../../ui/table-column.ts";

/** All forecasters of the last months with their errors, benchmarks among them. */
export function ForecasterTable({ holdout }: { holdout: NonNullable<Forecast["holdout"]> }) {
  const { t, format, pick } = useTexts();
  const columns: TableColumn<Forecaster>[] = [
    {
      code: "name",
      label: t("forecast.compared.name"),
      sortValue: (row) => pick(row.plain),
      cell: (row) => (
        <span
          style={{
            display: "inline-flex",
            alignItems: "center",
            gap: "2px 8px",
            flexWrap: "wrap",
            paddingBlock: 4,
          }}
        >
          <span
            style={row.isChosen ? { fontWeight: 600 } : row.isBenchmark ? { color: "var(--k-muted)" } : {}}
          >
            {pick(row.plain)}
          </span>
          <ForecasterTag row={row} />
        </span>
      ),
    },
    {
      code: "predicted",
      label: t("forecast.compared.predicted"),
      isNumber: true,
      sortValue: (row) => row.predictedOrders,
      cell: (row) => format.count(Math.round(row.predictedOrders)),
    },
    {
      code: "bias",
      label: t("forecast.compared.bias"),
      isNumber: true,
      sortValue: (row) => (row.biasRatio === null ? null : Math.abs(row.biasRatio)),
      cell: (row) => (row.biasRatio === null ? "–" : format.change(row.biasRatio)),
    },
    {
      code: "rmse",
      label: t("forecast.compared.rmse"),
      hint: t("forecast.compared.rmseHint"),
      isNumber: true,
      sortValue: (row) => row.rmse,
      cell: (row) => format.fixed(row.rmse, 2),
    },
    {
      code: "mae",
      label: t("forecast.compared.mae"),
      hint: t("forecast.compared.maeHint"),
      isNumber: true,
      sortValue: (row) => row.mae,
      cell: (row) => format.fixed(row.mae, 2),
    },
    {
      code: "correlation",
      label: t("forecast.compared.correlation"),
      hint: t("forecast.compared.correlationHint"),
      isNumber: true,
      sortValue: (row) => row.correlation,
      cell: (row) => (row.correlation === null ? "–" : format.fixed(row.correlation, 2)),
    },
  ];
  const title = t("forecast.compared.title", { months: holdout.months });
  return (
    <Section
      title={title}
      hint={t("forecast.compared.hint", {
        cut: format.date(holdout.cut),
        customers: format.count(holdout.customersCompared),
        actual: format.count(holdout.actualOrders),
      })}
    >
      <SimpleTable label={title} columns={columns} rows={holdout.forecasters} rowKey={(row) => row.code} />
    </Section>
  );
}

function ForecasterTag({ row }: { row: Forecaster }) {
  const { t } = useTexts();
  const tag = (text: string, variant: string) => (
    <Badge size="sm" variant={variant} tt="none" fw={500}>
      {text}
    </Badge>
  );
  if (row.isChosen) return tag(t("forecast.compared.chosen"), "filled");
  return row.isUsable ? null : tag(t("forecast.compared.failed"), "outline");
}
