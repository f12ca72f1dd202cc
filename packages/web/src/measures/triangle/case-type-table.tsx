import type { CaseType } from "@kleinod/engine/measures/triangle/report-contract.ts";
import { Button, Group, UnstyledButton } from "@mantine/core";
import { useState } from "react";
import { useTexts } from "../../i18n/index.ts";
import { Section } from "../../ui/page.tsx";
import { SimpleTable } from "../../ui/simple-table.tsx";
import { CsvButton } from "../economics/csv-button.tsx";
import { unitsOf } from "../economics/table-csv.ts";
import { caseTypeColumns } from "./case-type-columns.tsx";

interface CaseTypeTableProps {
  types: readonly CaseType[];
  /** Of all case types, also those that are not in the list. */
  total: number;
  /** Set while only the case types of one circle are shown. */
  groupName: string | null;
  currency: string | null;
  nameOf: (type: CaseType) => string;
  onOpen: (code: string) => void;
  onAll: () => void;
}

const shownAtFirst = 25;

/** Case types, most expected money first; a name opens means and customers. */
export function CaseTypeTable({
  types,
  total,
  groupName,
  currency,
  nameOf,
  onOpen,
  onAll,
}: CaseTypeTableProps) {
  const [shown, setShown] = useState(shownAtFirst);
  const texts = useTexts();
  const { t, format, pick } = texts;
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
              style={{ textAlign: "left", minWidth: "13rem", paddingBlock: 4 }}
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
      hint={
        groupName === null
          ? `${t("triangle.types.hint")} ${t("triangle.types.shown", { shown: format.count(types.length), total: format.count(total) })}`
          : t("triangle.types.onlyGroup", { group: groupName })
      }
      actions={
        <Group gap="xs" className="k-no-print">
          {groupName === null ? null : (
            <Button variant="light" size="compact-md" onClick={onAll}>
              {t("triangle.types.all")}
            </Button>
          )}
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
        </Group>
      }
    >
      <SimpleTable
        label={title}
        columns={columns}
        rows={types.slice(0, shown)}
        rowKey={(type) => type.code}
      />
      {types.length <= shown ? null : (
        <Button variant="subtle" mt="xs" className="k-no-print" onClick={() => setShown(shown + 100)}>
          {t("quiet.more", { shown: format.count(shown), total: format.count(types.length) })}
        </Button>
      )}
    </Section>
  );
}
