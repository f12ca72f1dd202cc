import { ActionIcon, Button, Group, NumberInput, Stack, TagsInput, TextInput } from "@mantine/core";
import { IconTrash } from "@tabler/icons-react";
import { useState } from "react";
import type { Parameter } from "../api/types.ts";
import { useTexts } from "../i18n/index.ts";
import { parameterShape } from "./parameter-text.ts";
import { PromisesField } from "./responsibility/promises-field.tsx";
import { RulesField } from "./responsibility/rules-field.tsx";
import { StructureField } from "./structure-field.tsx";
import { TextTableField } from "./text-table-field.tsx";

interface ParameterFieldProps {
  parameter: Parameter;
  value: unknown;
  onChange: (value: unknown) => void;
  currency: string | null;
}

/** The right field for the unit: francs instead of cents, percent instead of ratios, rows for tables. */
export function ParameterField({ parameter, value, onChange, currency }: ParameterFieldProps) {
  const { pick } = useTexts();
  const label = pick(parameter.label);
  const shape = parameterShape(parameter);
  if (shape === "table") return <TableField label={label} value={value} onChange={onChange} />;
  if (shape === "texts") return <TextTableField label={label} value={value} onChange={onChange} />;
  if (shape === "list") {
    return (
      <TagsInput
        label={label}
        value={Array.isArray(value) ? value.map(String) : []}
        onChange={onChange}
        comboboxProps={{ withinPortal: false }}
      />
    );
  }
  if (parameter.code === "promises") return <PromisesField value={value} onChange={onChange} />;
  if (parameter.code === "responsibility.rules") return <RulesField value={value} onChange={onChange} />;
  if (shape === "structured") return <StructureField label={label} value={value} onChange={onChange} />;
  if (shape === "text") {
    return (
      <TextInput
        label={label}
        value={typeof value === "string" ? value : ""}
        onChange={(event) => onChange(event.currentTarget.value === "" ? null : event.currentTarget.value)}
      />
    );
  }
  const scale = shape === "cents" ? 100 : shape === "ratio" ? 0.01 : 1;
  return (
    <NumberInput
      label={label}
      value={typeof value === "number" ? Number((value / scale).toFixed(6)) : ""}
      suffix={shape === "ratio" ? " %" : shape === "cents" && currency !== null ? ` ${currency}` : ""}
      hideControls
      onChange={(number) => {
        if (number === "") onChange(null);
        else if (typeof number === "number") {
          onChange(shape === "cents" ? Math.round(number * scale) : Number((number * scale).toFixed(8)));
        }
      }}
    />
  );
}

interface Entry {
  /** Keeps a row the same row while its key is being typed. */
  readonly id: number;
  readonly key: string;
  readonly number: number | "";
}

function TableField({
  label,
  value,
  onChange,
}: {
  label: string;
  value: unknown;
  onChange: (value: unknown) => void;
}) {
  const { t } = useTexts();
  const [entries, setEntries] = useState<readonly Entry[]>(() =>
    value !== null && typeof value === "object"
      ? Object.entries(value).map(([key, number], id): Entry => ({ id, key, number: Number(number) }))
      : [],
  );
  const change = (next: readonly Entry[]) => {
    setEntries(next);
    const complete = next.filter((entry) => entry.key.trim() !== "" && entry.number !== "");
    onChange(Object.fromEntries(complete.map((entry) => [entry.key.trim(), entry.number])));
  };
  const replace = (changed: Entry) =>
    change(entries.map((entry) => (entry.id === changed.id ? changed : entry)));
  const nextId = entries.reduce((highest, entry) => Math.max(highest, entry.id), -1) + 1;
  return (
    <Stack gap="xs" role="group" aria-label={label}>
      {entries.map((entry) => (
        <Group key={entry.id} gap="xs" wrap="nowrap">
          <TextInput
            value={entry.key}
            aria-label={t("parameters.key")}
            onChange={(event) => replace({ ...entry, key: event.currentTarget.value })}
          />
          <NumberInput
            value={entry.number}
            aria-label={t("parameters.value")}
            hideControls
            onChange={(number) => replace({ ...entry, number: typeof number === "number" ? number : "" })}
          />
          <ActionIcon
            variant="subtle"
            color="gray"
            aria-label={t("parameters.removeRow", { key: entry.key })}
            onClick={() => change(entries.filter((other) => other.id !== entry.id))}
          >
            <IconTrash size={18} stroke={1.6} />
          </ActionIcon>
        </Group>
      ))}
      <Button
        variant="light"
        size="xs"
        w="fit-content"
        onClick={() => change([...entries, { id: nextId, key: "", number: "" }])}
      >
        {t("parameters.addRow")}
      </Button>
    </Stack>
  );
}
