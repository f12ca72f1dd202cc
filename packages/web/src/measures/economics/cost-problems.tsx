import type {
  CostProblem,
  CostToServeReport,
} from "@kleinod/engine/measures/cost-to-serve/report-contract.ts";
import { useTexts } from "../../i18n/index.ts";
import { TextLink } from "../../ui/link.tsx";
import { Section } from "../../ui/page.tsx";
import { SimpleTable } from "../../ui/simple-table.tsx";
import type { TableColumn } from "../../ui/table-column.ts";
import { useSpace } from "../../ui/use-space.ts";
import { CsvButton } from "./csv-button.tsx";

const modelProblems: ReadonlySet<string> = new Set(["equationInvalid", "unknownRole"]);

/** What could not be counted: what, where, how often, and what to do about it. */
export function CostProblems({ report }: { report: CostToServeReport }) {
  const { t, format, pick } = useTexts();
  const place = (problem: CostProblem) =>
    [
      problem.file,
      problem.line === null ? null : t("costToServe.problems.line", { line: format.count(problem.line) }),
    ]
      .filter((part) => part !== null)
      .join(", ");
  const columns: TableColumn<CostProblem>[] = [
    {
      code: "what",
      label: t("costToServe.problems.what"),
      sortValue: (problem) => problem.code,
      cell: (problem) => pick(problem.message),
    },
    {
      code: "where",
      label: t("costToServe.problems.where"),
      sortValue: place,
      cell: place,
    },
    {
      code: "times",
      label: t("costToServe.problems.times"),
      isNumber: true,
      sortValue: (problem) => problem.times,
      cell: (problem) => format.count(problem.times),
    },
    { code: "fix", label: t("costToServe.problems.fix"), cell: (problem) => <Fix problem={problem} /> },
  ];
  return (
    <Section
      title={t("costToServe.problems.title")}
      hint={t("costToServe.problems.hint")}
      actions={
        <CsvButton
          title={t("costToServe.problems.title")}
          rows={report.problems}
          columns={[
            { header: t("costToServe.problems.what"), value: (problem) => pick(problem.message) },
            { header: t("costToServe.problems.where"), value: place },
            { header: t("costToServe.problems.value"), value: (problem) => problem.value },
            { header: t("costToServe.problems.times"), value: (problem) => problem.times },
          ]}
        />
      }
    >
      <SimpleTable
        label={t("costToServe.problems.title")}
        columns={columns}
        rows={report.problems}
        rowKey={(_, index) => index}
        maxHeight={420}
      />
    </Section>
  );
}

function Fix({ problem }: { problem: CostProblem }) {
  const { t } = useTexts();
  const space = useSpace();
  if (modelProblems.has(problem.code) && problem.line === null) {
    return (
      <TextLink to="/$space/economics/time-equations" params={{ space }} size="sm">
        {t("costToServe.problems.fixModel")}
      </TextLink>
    );
  }
  if (problem.code === "poolOverloaded") return <>{t("costToServe.problems.fixPool")}</>;
  return (
    <TextLink to="/$space/data/import" params={{ space }} size="sm">
      {t("costToServe.problems.fixFile")}
    </TextLink>
  );
}
