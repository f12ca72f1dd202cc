import { driversOf } from "@kleinod/engine/measures/cost-to-serve/drivers-contract.ts";
import type { CostActivity } from "@kleinod/engine/measures/cost-to-serve/model-contract.ts";
import { Checkbox, Code, Group, NumberInput, Stack, Text, TextInput } from "@mantine/core";
import { useState } from "react";
import { useTexts } from "../../i18n/index.ts";
import {
  type DriverChoice,
  exampleMinutes,
  exampleValue,
  readEquation,
  usedDrivers,
} from "./equation-example.ts";

interface EquationFieldProps {
  activity: CostActivity;
  value: string;
  onChange: (value: string) => void;
  /** Cents per minute of the role; null where each event names its own. */
  rateCents: number | null;
  currency: string | null;
}

/** A time equation as it is typed: at once what is wrong and where, else a worked example to play with. */
export function EquationField({ activity, value, onChange, rateCents, currency }: EquationFieldProps) {
  const { t, format, pick } = useTexts();
  const [chosen, setChosen] = useState<DriverChoice>({});
  const parsed = readEquation(value, activity.event);
  const choose = (driver: string, number: number) => setChosen({ ...chosen, [driver]: number });
  const minutes = parsed.ok ? exampleMinutes(parsed.equation, chosen) : null;
  return (
    <Stack gap="xs">
      <TextInput
        label={t("equations.form.equation")}
        description={t("equations.form.equationHint")}
        value={value}
        error={parsed.ok ? undefined : pick(parsed.message)}
        styles={{ input: { fontFamily: "var(--mantine-font-family-monospace)" } }}
        onChange={(event) => onChange(event.currentTarget.value)}
      />
      <Text size="sm" c="dimmed">
        {t("equations.form.drivers")}:{" "}
        {driversOf(activity.event).map((driver, index) => (
          <span key={driver.code}>
            {index === 0 ? "" : ", "}
            <Code>{driver.unit === "yesNo" ? `[${driver.code}]` : driver.code}</Code> {pick(driver.label)}
          </span>
        ))}
      </Text>
      {parsed.ok && minutes !== null ? (
        <fieldset
          style={{ border: "1px solid var(--k-line)", borderRadius: 6, padding: "8px 12px 12px", margin: 0 }}
        >
          <legend style={{ fontSize: "0.8125rem", color: "var(--k-muted)", padding: "0 4px" }}>
            {t("equations.form.tryIt")}
          </legend>
          <Group gap="sm" align="flex-end">
            {usedDrivers(parsed.equation).map((driver) =>
              driver.unit === "yesNo" ? (
                <Checkbox
                  key={driver.code}
                  label={pick(driver.label)}
                  checked={exampleValue(driver.code, chosen) > 0}
                  onChange={(event) => choose(driver.code, event.currentTarget.checked ? 1 : 0)}
                  pb={8}
                />
              ) : (
                <NumberInput
                  key={driver.code}
                  label={pick(driver.label)}
                  value={exampleValue(driver.code, chosen)}
                  min={0}
                  max={10_000}
                  w={110}
                  onChange={(number) => choose(driver.code, typeof number === "number" ? number : 0)}
                />
              ),
            )}
          </Group>
          <Text fw={600} mt="xs" aria-live="polite">
            {rateCents === null
              ? t("equations.form.resultNoRate", { minutes: format.number(minutes, 3) })
              : t("equations.form.result", {
                  minutes: format.number(minutes, 3),
                  money: format.moneyExact(Math.round(minutes * rateCents), currency),
                  rate: format.moneyExact(rateCents, currency),
                })}
          </Text>
        </fieldset>
      ) : null}
    </Stack>
  );
}
