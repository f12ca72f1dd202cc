import type { CustomerColumn } from "@kleinod/engine/measures/contracts/customer-column.ts";
import { customerColumn, customerColumns } from "@kleinod/engine/measures/customer-columns.ts";
import {
  conditionOperators,
  isSegmentColumn,
  operatorSpecs,
  operatorsOfType,
} from "@kleinod/engine/segments/builder/operators-contract.ts";
import { CloseButton, Group, MultiSelect, NumberInput, Select, TagsInput, TextInput } from "@mantine/core";
import { useTexts } from "../../i18n/index.ts";
import { useColumnChoices } from "../../measures/column-choices.tsx";
import type { DraftCondition } from "./draft.ts";

interface ConditionRowProps {
  condition: DraftCondition;
  onChange: (condition: DraftCondition) => void;
  onRemove: () => void;
}

/** One condition: figure, comparison, value. What may be asked follows from the type of the figure. */
export function ConditionRow({ condition, onChange, onRemove }: ConditionRowProps) {
  const { t, pick } = useTexts();
  const column = condition.column === null ? null : customerColumn(condition.column);
  const operators = column === null ? [] : operatorsOfType[column.type];
  const chooseColumn = (code: string | null) => {
    const chosen = code === null ? null : customerColumn(code);
    const op = chosen === null ? null : (operatorsOfType[chosen.type][0] ?? null);
    onChange({ id: condition.id, column: code, op });
  };
  const chooseOperator = (code: string | null) => {
    const op = conditionOperators.find((known) => known === code) ?? null;
    const keeps =
      op !== null &&
      condition.op !== null &&
      operatorSpecs[op].operand === operatorSpecs[condition.op].operand;
    onChange({
      id: condition.id,
      column: condition.column,
      op,
      ...(keeps && condition.value !== undefined ? { value: condition.value } : {}),
    });
  };
  return (
    <Group gap="xs" align="flex-end" wrap="wrap">
      <Select
        aria-label={t("segments.builder.column")}
        placeholder={t("segments.builder.column")}
        searchable
        data={customerColumns
          .filter(isSegmentColumn)
          .map((one) => ({ value: one.code, label: pick(one.label) }))}
        value={condition.column}
        onChange={chooseColumn}
        w={220}
      />
      {column === null ? null : (
        <Select
          aria-label={t("segments.builder.operator")}
          data={operators.map((code) => ({ value: code, label: pick(operatorSpecs[code].label) }))}
          value={condition.op}
          allowDeselect={false}
          onChange={chooseOperator}
          w={170}
        />
      )}
      {column === null || condition.op === null ? null : (
        <ValueField column={column} condition={condition} onChange={onChange} />
      )}
      <CloseButton aria-label={t("segments.builder.remove")} onClick={onRemove} size="lg" />
    </Group>
  );
}

/** Money is typed in francs and shares in percent, while the definition speaks cents and ratios. */
function scaleOf({ type }: CustomerColumn): number {
  return type === "cents" ? 100 : type === "ratio" ? 0.01 : 1;
}

function ValueField({
  column,
  condition,
  onChange,
}: {
  column: CustomerColumn;
  condition: DraftCondition;
  onChange: (condition: DraftCondition) => void;
}) {
  const { t } = useTexts();
  const choices = useColumnChoices(column);
  const { value, op } = condition;
  const label = t("segments.builder.value");
  const set = (next: DraftCondition["value"]) => {
    const { value: _old, ...rest } = condition;
    onChange(next === undefined ? rest : { ...rest, value: next });
  };
  const operand = op === null ? "none" : operatorSpecs[op].operand;
  const texted = (one: unknown) => (typeof one === "string" ? one : "");
  if (operand === "none") return null;
  if (operand === "days") {
    return (
      <NumberInput
        aria-label={label}
        min={0}
        allowDecimal={false}
        value={typeof value === "number" ? value : ""}
        onChange={(days) => set(typeof days === "number" ? days : undefined)}
        w={120}
      />
    );
  }
  if (operand === "list") {
    const chosen = Array.isArray(value) ? value.map(String) : [];
    return choices === null ? (
      <TagsInput aria-label={label} value={chosen} onChange={set} w={260} />
    ) : (
      <MultiSelect aria-label={label} data={[...choices]} value={chosen} onChange={set} w={260} />
    );
  }
  if (operand === "pair") {
    const pair = Array.isArray(value) ? value : [];
    const put = (index: 0 | 1, one: string | number | undefined) => {
      const next = [pair[0] ?? "", pair[1] ?? ""];
      next[index] = one ?? "";
      set(next);
    };
    return (
      <>
        {([0, 1] as const).map((index) => (
          <OneValue
            key={index}
            column={column}
            label={index === 0 ? t("segments.builder.from") : t("segments.builder.to")}
            value={pair[index]}
            onChange={(one) => put(index, one)}
          />
        ))}
      </>
    );
  }
  if (column.type === "boolean") {
    return (
      <Select
        aria-label={label}
        data={[
          { value: "true", label: t("segments.builder.yes") },
          { value: "false", label: t("segments.builder.no") },
        ]}
        value={typeof value === "boolean" ? String(value) : null}
        onChange={(one) => set(one === null ? undefined : one === "true")}
        w={120}
      />
    );
  }
  if (choices !== null) {
    return (
      <Select
        aria-label={label}
        data={[...choices]}
        value={texted(value) || null}
        onChange={(one) => set(one ?? undefined)}
        w={200}
      />
    );
  }
  return (
    <OneValue column={column} label={label} value={Array.isArray(value) ? undefined : value} onChange={set} />
  );
}

function OneValue({
  column,
  label,
  value,
  onChange,
}: {
  column: CustomerColumn;
  label: string;
  value: string | number | boolean | undefined;
  onChange: (value: string | number | undefined) => void;
}) {
  if (column.type === "text" || column.type === "date") {
    return (
      <TextInput
        aria-label={label}
        type={column.type === "date" ? "date" : "text"}
        value={typeof value === "string" ? value : ""}
        onChange={(event) => onChange(event.currentTarget.value || undefined)}
        w={170}
      />
    );
  }
  const scale = scaleOf(column);
  return (
    <NumberInput
      aria-label={label}
      placeholder={label}
      hideControls
      value={typeof value === "number" ? Number((value / scale).toFixed(4)) : ""}
      {...(column.type === "ratio" ? { suffix: " %" } : {})}
      onChange={(number) =>
        onChange(typeof number === "number" ? Number((number * scale).toFixed(6)) : undefined)
      }
      w={130}
    />
  );
}
