import type { Forecast } from "@kleinod/engine/measures/expectation/report-contract.ts";
import { Text, Title } from "@mantine/core";
import { useTexts } from "../../i18n/index.ts";
import { SimpleTable } from "../../ui/simple-table.tsx";
import type { TableColumn } from "../../ui/table-column.ts";

type Model = NonNullable<Forecast["model"]>;
type ModelParameter = Model["parameters"][number];
type Warning = Model["warnings"][number];

/** For the one who believes nothing: the model behind the forecast, why it is this one, and what it warns of. */
export function HowChosen({ model, holdout }: { model: Model; holdout: Forecast["holdout"] }) {
  const { t, format, pick } = useTexts();
  const { warnings } = model;
  const others = (holdout?.forecasters ?? []).filter((row) => !row.isChosen && row.warnings.length > 0);
  const facts: readonly (readonly [label: string, value: string])[] = [
    [t("forecast.how.supposes"), pick(model.supposes)],
    [t("forecast.how.source"), model.source],
    [
      t("forecast.how.customers"),
      model.isSample
        ? t("forecast.how.sample", { n: format.count(model.customers) })
        : format.count(model.customers),
    ],
    [t("forecast.how.likelihood"), format.number(model.logLikelihood, 1)],
  ];
  return (
    <details className="k-card k-details">
      <summary>
        {t("forecast.how.title")}: {pick(model.label)}
        {warnings.length === 0 ? "" : ` (${t("forecast.how.reservations", { count: warnings.length })})`}
      </summary>
      <Text>{pick(model.reasonText)}</Text>
      <dl className="k-terms">
        {facts.map(([label, value]) => (
          <div key={label}>
            <dt>{label}</dt>
            <dd>{value}</dd>
          </div>
        ))}
      </dl>
      <Heading text={t("forecast.how.parameters")} />
      <ParameterTable rows={model.parameters} />
      {warnings.length === 0 && others.length === 0 ? null : <Heading text={t("forecast.how.warnings")} />}
      <Warnings rows={warnings} />
      {others.map((row) => (
        <div key={row.code}>
          <Text fw={500} mt="xs">
            {pick(row.label)}
          </Text>
          <Warnings rows={row.warnings} />
        </div>
      ))}
    </details>
  );
}

function Heading({ text }: { text: string }) {
  return (
    <Title order={3} mt="md" mb="xs">
      {text}
    </Title>
  );
}

function ParameterTable({ rows }: { rows: readonly ModelParameter[] }) {
  const { t, format, pick } = useTexts();
  const value = (number: number) => format.fixed(number, Math.abs(number) < 10 ? 3 : 1);
  const columns: TableColumn<ModelParameter>[] = [
    { code: "parameter", label: t("forecast.how.parameter"), cell: (row) => row.code },
    { code: "meaning", label: t("forecast.how.meaning"), cell: (row) => pick(row.meaning) },
    { code: "value", label: t("forecast.how.value"), isNumber: true, cell: (row) => value(row.value) },
    {
      code: "standardError",
      label: t("forecast.how.standardError"),
      isNumber: true,
      cell: (row) => (row.standardError === null ? t("forecast.how.none") : value(row.standardError)),
    },
    {
      code: "interval",
      label: t("forecast.how.interval"),
      isNumber: true,
      cell: (row) =>
        row.low === null || row.high === null
          ? t("forecast.how.none")
          : t("forecast.range", { low: value(row.low), high: value(row.high) }),
    },
  ];
  return (
    <SimpleTable
      label={t("forecast.how.parameters")}
      columns={columns}
      rows={rows}
      rowKey={(row) => row.code}
    />
  );
}

/** What a fit warns of in the reader's words, and its own wording with the numbers on demand. */
function Warnings({ rows }: { rows: readonly Warning[] }) {
  const { t, pick } = useTexts();
  if (rows.length === 0) return null;
  return (
    <ul style={{ margin: 0, paddingInlineStart: "1.2rem" }}>
      {rows.map((row) => (
        <li key={`${row.code} ${row.detail}`}>
          {pick(row.text)}
          <Text size="xs" c="dimmed" component="div">
            {t("forecast.how.detail")}: <span lang="en">{row.detail}</span>
          </Text>
        </li>
      ))}
    </ul>
  );
}
