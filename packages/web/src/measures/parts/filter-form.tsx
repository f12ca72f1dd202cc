import type { CustomerColumn } from "@kleinod/engine/measures/contracts/customer-column.ts";
import type { CustomerFilter } from "@kleinod/engine/measures/reports.ts";
import { Button, Checkbox, NumberInput, Select, Stack, TextInput } from "@mantine/core";
import { useState } from "react";
import { useTexts } from "../../i18n/index.ts";
import { promiseColumn, useColumnChoices } from "../column-choices.tsx";

interface FilterFormProps {
  column: CustomerColumn;
  initial: CustomerFilter | null;
  onApply: (filter: CustomerFilter) => void;
}

type Operator = CustomerFilter["op"];

/** What may be asked of a column follows from its type. */
export function operatorsOf(column: CustomerColumn): readonly Operator[] {
  if (column.code === promiseColumn) return ["in"];
  switch (column.type) {
    case "text":
      return ["contains", "eq", "isNull", "notNull"];
    case "enum":
      return ["in"];
    case "boolean":
      return ["eq"];
    default:
      return ["ge", "le", "isNull", "notNull"];
  }
}

/** Money is typed in francs and shares in percent, while the query speaks cents and ratios. */
function scaleOf(column: CustomerColumn): number {
  return column.type === "cents" ? 100 : column.type === "ratio" ? 0.01 : 1;
}

export function FilterForm({ column, initial, onApply }: FilterFormProps) {
  const { t } = useTexts();
  const choices = useColumnChoices(column);
  const operators = operatorsOf(column);
  const [op, setOp] = useState<Operator>(initial?.op ?? operators[0] ?? "eq");
  const [value, setValue] = useState<CustomerFilter["value"]>(initial?.value);
  const scale = scaleOf(column);
  const needsValue = op !== "isNull" && op !== "notNull";
  const isComplete =
    !needsValue || (value !== undefined && value !== "" && !(Array.isArray(value) && value.length === 0));
  const apply = () => {
    if (!needsValue) onApply({ column: column.code, op });
    else if (value !== undefined) onApply({ column: column.code, op, value });
  };
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault();
        if (isComplete) apply();
      }}
    >
      <Stack gap="sm">
        {operators.length > 1 ? (
          <Select
            label={t("customers.condition")}
            data={operators.map((code) => ({ value: code, label: t(`customers.operators.${code}`) }))}
            value={op}
            allowDeselect={false}
            comboboxProps={{ withinPortal: false }}
            onChange={(code) => setOp(operators.find((known) => known === code) ?? op)}
          />
        ) : null}
        {choices !== null ? (
          <Checkbox.Group
            value={Array.isArray(value) ? value : []}
            onChange={setValue}
            label={t("customers.values")}
          >
            <Stack gap={6} mt={6}>
              {choices.map(({ value: code, label }) => (
                <Checkbox key={code} value={code} label={label} />
              ))}
            </Stack>
          </Checkbox.Group>
        ) : column.type === "boolean" ? (
          <Select
            label={t("customers.value")}
            data={[
              { value: "true", label: t("frame.yes") },
              { value: "false", label: t("frame.no") },
            ]}
            value={typeof value === "boolean" ? String(value) : null}
            comboboxProps={{ withinPortal: false }}
            onChange={(text) => setValue(text === null ? undefined : text === "true")}
          />
        ) : !needsValue ? null : column.type === "text" ? (
          <TextInput
            label={t("customers.value")}
            value={typeof value === "string" ? value : ""}
            onChange={(event) => setValue(event.currentTarget.value)}
          />
        ) : column.type === "date" ? (
          <TextInput
            type="date"
            label={t("customers.value")}
            value={typeof value === "string" ? value : ""}
            onChange={(event) => setValue(event.currentTarget.value)}
          />
        ) : (
          <NumberInput
            label={t("customers.value")}
            value={typeof value === "number" ? Number((value / scale).toFixed(4)) : ""}
            hideControls
            {...(column.type === "ratio" ? { suffix: " %" } : {})}
            onChange={(number) =>
              setValue(typeof number === "number" ? Number((number * scale).toFixed(6)) : undefined)
            }
          />
        )}
        <Button type="submit" disabled={!isComplete}>
          {t("customers.applyFilter")}
        </Button>
      </Stack>
    </form>
  );
}
