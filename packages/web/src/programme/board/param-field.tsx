import type { OptionParam, ParamValue } from "@kleinod/engine/programme/contracts/option-contract.ts";
import { Checkbox, Group, NumberInput, Select, TextInput } from "@mantine/core";
import { useTexts } from "../../i18n/index.ts";
import { useParamAmount } from "./use-param-words.ts";

interface ParamFieldProps {
  param: OptionParam;
  value: ParamValue;
  onChange: (value: ParamValue) => void;
}

/** One decision of an option: the input that fits its unit, with range and usual value below. */
export function ParamField({ param, value, onChange }: ParamFieldProps) {
  const { t, pick } = useTexts();
  const label = pick(param.label);
  const values = (param.values ?? []).map((one) => ({ value: one.code, label: pick(one.label) }));
  switch (param.unit) {
    case "boolean":
      return (
        <Checkbox
          label={label}
          checked={value === true}
          onChange={(event) => onChange(event.currentTarget.checked)}
        />
      );
    case "choice":
      return (
        <Select
          label={label}
          data={values}
          value={String(value)}
          allowDeselect={false}
          comboboxProps={{ withinPortal: false }}
          onChange={(chosen) => chosen !== null && onChange(chosen)}
        />
      );
    case "choices":
      return (
        <Checkbox.Group
          label={label}
          value={Array.isArray(value) ? [...value] : []}
          onChange={(chosen) => onChange(chosen)}
        >
          <Group gap="sm" mt={6}>
            {values.map((one) => (
              <Checkbox key={one.value} value={one.value} label={one.label} />
            ))}
          </Group>
        </Checkbox.Group>
      );
    case "date":
    case "text":
      return (
        <TextInput
          type={param.unit === "date" ? "date" : "text"}
          label={label}
          value={String(value)}
          maxLength={500}
          placeholder={param.unit === "text" ? t("programme.option.textHint") : undefined}
          onChange={(event) => onChange(event.currentTarget.value)}
        />
      );
    default:
      return <NumberField param={param} value={value} onChange={onChange} label={label} />;
  }
}

/** People type money in francs and shares in per cent; the plan keeps cents and 0…1. */
function NumberField({ param, value, onChange, label }: ParamFieldProps & { label: string }) {
  const { t } = useTexts();
  const amount = useParamAmount();
  const scale = param.unit === "cents" || param.unit === "ratio" ? 100 : 1;
  const shown = (stored: number) => (param.unit === "ratio" ? stored * scale : stored / scale);
  const stored = (typed: number) =>
    param.unit === "ratio" ? typed / scale : Math.round(typed * scale * 1e6) / 1e6;
  return (
    <NumberInput
      label={label}
      description={t("programme.option.range", {
        min: param.min === undefined ? "…" : amount(param, param.min),
        max: param.max === undefined ? "…" : amount(param, param.max),
        usual: amount(param, param.default),
      })}
      value={typeof value === "number" ? Math.round(shown(value) * 1e6) / 1e6 : ""}
      {...(param.min === undefined ? {} : { min: shown(param.min) })}
      {...(param.max === undefined ? {} : { max: shown(param.max) })}
      decimalScale={param.unit === "count" || param.unit === "days" || param.unit === "months" ? 0 : 2}
      suffix={param.unit === "ratio" ? " %" : ""}
      clampBehavior="blur"
      onChange={(typed) => typeof typed === "number" && onChange(stored(typed))}
    />
  );
}
