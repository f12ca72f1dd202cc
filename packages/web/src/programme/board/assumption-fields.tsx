import type { AssumptionValue } from "@kleinod/engine/programme/contracts/assumption-contract.ts";
import type { OptionAssumption } from "@kleinod/engine/programme/contracts/option-contract.ts";
import { Button, Group, NumberInput, Select, SimpleGrid, Stack, Text, TextInput } from "@mantine/core";
import { useTexts } from "../../i18n/index.ts";
import { useParamAmount } from "./use-param-words.ts";

const sources = [
  "assumption",
  "expert",
  "experiment",
] as const satisfies readonly AssumptionValue["source"][];
const quantiles = ["low", "mid", "high"] as const;

interface AssumptionFieldsProps {
  assumption: OptionAssumption;
  /** The plan's own expectation; null: the shipped one. */
  own: AssumptionValue | null;
  onChange: (own: AssumptionValue | null) => void;
}

/** What we expect of an effect: low, middle and high with who says so. An own number replaces the shipped one in this plan. */
export function AssumptionFields({ assumption, own, onChange }: AssumptionFieldsProps) {
  const { t, pick } = useTexts();
  const amount = useParamAmount();
  const value = own ?? assumption.value;
  const scale = assumption.unit === "ratio" ? 0.01 : assumption.unit === "cents" ? 100 : 1;
  const shown = (number: number) => Math.round((number / scale) * 1e6) / 1e6;
  const isOrdered = value.low <= value.mid && value.mid <= value.high;
  const label = pick(assumption.label);
  return (
    <fieldset className="k-fieldset">
      <legend>{label}</legend>
      <Stack gap="xs">
        <SimpleGrid cols={3} spacing="xs">
          {quantiles.map((quantile) => (
            <NumberInput
              key={quantile}
              label={t(`programme.quantiles.${quantile}`)}
              aria-label={`${label}: ${t(`programme.quantiles.${quantile}`)}`}
              value={shown(value[quantile])}
              min={shown(assumption.min)}
              max={shown(assumption.max)}
              decimalScale={2}
              suffix={assumption.unit === "ratio" ? " %" : ""}
              clampBehavior="blur"
              hideControls
              onChange={(typed) =>
                typeof typed === "number" &&
                Math.abs(typed - shown(value[quantile])) > 1e-9 &&
                onChange({ ...value, [quantile]: typed * scale })
              }
            />
          ))}
        </SimpleGrid>
        {isOrdered ? null : <Text size="sm">{t("programme.option.notOrdered")}</Text>}
        <SimpleGrid cols={{ base: 1, xs: 2 }} spacing="xs">
          <Select
            label={t("programme.option.source")}
            data={sources.map((source) => ({ value: source, label: t(`programme.sources.${source}`) }))}
            value={value.source}
            allowDeselect={false}
            comboboxProps={{ withinPortal: false }}
            onChange={(chosen) => {
              const source = sources.find((known) => known === chosen);
              if (source !== undefined && source !== value.source) onChange({ ...value, source });
            }}
          />
          <TextInput
            label={t("programme.option.sourceNote")}
            value={value.note ?? ""}
            maxLength={500}
            onChange={(event) => {
              const { note: _, ...rest } = value;
              const note = event.currentTarget.value;
              onChange(note === "" ? rest : { ...rest, note });
            }}
          />
        </SimpleGrid>
        <Group justify="space-between" gap="xs">
          <Text size="sm" c="dimmed">
            {t("programme.option.shipped", {
              low: amount(assumption, assumption.value.low),
              mid: amount(assumption, assumption.value.mid),
              high: amount(assumption, assumption.value.high),
              grade: assumption.grade,
            })}
          </Text>
          {own === null ? null : (
            <Button variant="subtle" size="compact-sm" onClick={() => onChange(null)}>
              {t("programme.option.takeShipped")}
            </Button>
          )}
        </Group>
      </Stack>
    </fieldset>
  );
}
