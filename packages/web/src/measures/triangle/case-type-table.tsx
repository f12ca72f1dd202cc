import type { CaseType } from "@kleinod/engine/measures/triangle/report-contract.ts";
import { UnstyledButton } from "@mantine/core";
import { useTexts } from "../../i18n/index.ts";
import { Section } from "../../ui/page.tsx";
import { SimpleTable } from "../../ui/simple-table.tsx";
import { CsvButton } from "../economics/csv-button.tsx";
import { unitsOf } from "../economics/table-csv.ts";
import { caseTypeColumns } from "./case-type-columns.tsx";

interface CaseTypeTableProps {
  types: readonly CaseType[];
  currency: string | null;
  nameOf: (type: CaseType) => string;
  onOpen: (code: string) => void;
}

/** Case types, most expected money first; a name opens means and customers. */
export function CaseTypeTable({ types, currency, nameOf, onOpen }: CaseTypeTableProps) {
  const texts = useTexts();
  const { t, pick } = texts;
  const columns = caseTypeColumns(texts, currency).map((column) =>
    column.code === "type"
      ? {
          ...column,
          cell: (type: CaseType) => (
            <UnstyledButton
              onClick={() => onOpen(type.code)}
              aria-haspopup="dialog"
              fz="sm"
              fw={500}
              c="petrol"
              style={{ textAlign: "left" }}
            >
              {nameOf(type)}
            </UnstyledButton>
          ),
        }
      : column,
  );
  const title = t("triangle.types.title");
  return (
    <Section
      title={title}
      hint={t("triangle.types.hint")}
      actions={
        <CsvButton
          title={`${t("triangle.title")} ${title}`}
          rows={types}
          columns={[
            { header: t("triangle.types.type"), value: nameOf },
            { header: t("triangle.types.customers"), value: (type) => type.customers },
            { header: t("triangle.types.contacts"), value: (type) => type.contacts },
            { header: t("triangle.types.cost"), value: (type) => unitsOf(type.costCents) },
            { header: t("costToServe.avoidable"), value: (type) => unitsOf(type.avoidableCents) },
            { header: t("triangle.types.failure"), value: (type) => type.failureShare },
            { header: t("triangle.types.corner"), value: (type) => t(`triangle.corners.${type.corner}`) },
            { header: t("triangle.types.effect"), value: (type) => unitsOf(type.effectCents) },
            { header: `${t("triangle.types.effort")} (min)`, value: (type) => type.customerMinutes },
            { header: t("triangle.types.addressee"), value: (type) => pick(type.addresseeLabel) },
          ]}
        />
      }
    >
      <SimpleTable label={title} columns={columns} rows={types} rowKey={(type) => type.code} />
    </Section>
  );
}
