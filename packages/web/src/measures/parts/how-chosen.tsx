import { Text, Title } from "@mantine/core";
import type { CSSProperties, ReactNode } from "react";
import { type TwoLanguages, useTexts } from "../../i18n/index.ts";
import { SimpleTable } from "../../ui/simple-table.tsx";
import type { TableColumn } from "../../ui/table-column.ts";

interface FitWarning {
  readonly code: string;
  readonly text: TwoLanguages;
  readonly detail: string;
}

interface FitParameter {
  readonly code: string;
  readonly meaning: TwoLanguages;
  readonly value: number;
  readonly standardError: number | null;
  readonly low: number | null;
  readonly high: number | null;
}

interface HowChosenProps {
  model: {
    readonly label: TwoLanguages;
    readonly supposes: TwoLanguages;
    readonly source: string;
    readonly reasonText: TwoLanguages;
    readonly logLikelihood: number | null;
    readonly parameters: readonly FitParameter[];
    readonly warnings: readonly FitWarning[];
  };
  /** Of the parameters' intervals, e.g. 0.9. */
  level: number;
  /** What else belongs to the fit, by name. */
  facts: readonly (readonly [label: string, value: string])[];
  /** What else was tried and warned. */
  others: readonly { readonly label: TwoLanguages; readonly warnings: readonly FitWarning[] }[];
  children?: ReactNode;
}

/** For the one who believes nothing: the model behind a page, why it is this one, and what it warns of. */
export function HowChosen({ model, level, facts, others, children }: HowChosenProps) {
  const { t, format, pick } = useTexts();
  const { warnings, logLikelihood, parameters } = model;
  const warned = others.filter((other) => other.warnings.length > 0);
  const terms = [
    [t("howChosen.name"), pick(model.label)],
    [t("howChosen.supposes"), pick(model.supposes)],
    [t("howChosen.source"), model.source],
    ...facts,
    ...(logLikelihood === null
      ? []
      : [[t("howChosen.likelihood"), format.number(logLikelihood, 1)] as const]),
  ] as const;
  return (
    <details className="k-card k-details">
      <summary>
        {t("howChosen.title")}
        {warnings.length === 0 ? "" : ` (${t("howChosen.reservations", { count: warnings.length })})`}
      </summary>
      <Text>{pick(model.reasonText)}</Text>
      <dl className="k-terms" style={{ "--k-term": "13rem" } as CSSProperties}>
        {terms.map(([label, value]) => (
          <div key={label}>
            <dt>{label}</dt>
            <dd>{value}</dd>
          </div>
        ))}
      </dl>
      {children}
      {parameters.length === 0 ? null : (
        <>
          <Heading text={t("howChosen.parameters")} />
          <ParameterTable rows={parameters} level={level} />
        </>
      )}
      {warnings.length + warned.length === 0 ? null : <Heading text={t("howChosen.warnings")} />}
      <Warnings rows={warnings} />
      {warned.map((other) => (
        <div key={other.label.en}>
          <Text fw={500} mt="xs">
            {pick(other.label)}
          </Text>
          <Warnings rows={other.warnings} />
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

function ParameterTable({ rows, level }: { rows: readonly FitParameter[]; level: number }) {
  const { t, format, pick } = useTexts();
  const value = (number: number) => format.fixed(number, Math.abs(number) < 10 ? 3 : 1);
  const columns: TableColumn<FitParameter>[] = [
    { code: "parameter", label: t("howChosen.parameter"), cell: (row) => row.code },
    { code: "meaning", label: t("howChosen.meaning"), cell: (row) => pick(row.meaning) },
    { code: "value", label: t("howChosen.value"), isNumber: true, cell: (row) => value(row.value) },
    {
      code: "standardError",
      label: t("howChosen.standardError"),
      isNumber: true,
      cell: (row) => (row.standardError === null ? t("howChosen.none") : value(row.standardError)),
    },
    {
      code: "interval",
      label: t("howChosen.interval", { level: format.number(level * 100, 0) }),
      isNumber: true,
      cell: (row) =>
        row.low === null || row.high === null
          ? t("howChosen.none")
          : t("howChosen.range", { low: value(row.low), high: value(row.high) }),
    },
  ];
  return (
    <SimpleTable label={t("howChosen.parameters")} columns={columns} rows={rows} rowKey={(row) => row.code} />
  );
}

/** What a fit warns of in the reader's words, and its own wording with the numbers below. */
function Warnings({ rows }: { rows: readonly FitWarning[] }) {
  const { t, pick } = useTexts();
  if (rows.length === 0) return null;
  return (
    <ul style={{ margin: 0, paddingInlineStart: "1.2rem" }}>
      {rows.map((row) => (
        <li key={`${row.code} ${row.detail}`}>
          {pick(row.text)}
          <Text size="xs" c="dimmed" component="div">
            {t("howChosen.detail")}: <span lang="en">{row.detail}</span>
          </Text>
        </li>
      ))}
    </ul>
  );
}
