import type { CoherenceRule } from "@kleinod/engine/programme/coherence/rule-contract.ts";
import { Button, Checkbox, Group, NumberInput, Select, SimpleGrid, Stack, Textarea } from "@mantine/core";
import { useState } from "react";
import { useTexts } from "../../i18n/index.ts";
import { useSpace } from "../../ui/use-space.ts";
import { changeOf, withRuleChange } from "./changed-rules.ts";
import { type Rules, useChangeRules } from "./use-rules.ts";

export const ruleSeverities = [
  "block",
  "warn",
  "info",
] as const satisfies readonly CoherenceRule["severity"][];

interface RuleFormProps {
  rule: CoherenceRule;
  isOn: boolean;
  shipped: CoherenceRule;
  rules: Rules;
  onClose: () => void;
}

/** Weight, thresholds and wording of a shipped rule. */
export function RuleForm({ rule, isOn, shipped, rules: { parameter }, onClose }: RuleFormProps) {
  const { t, pick } = useTexts();
  const save = useChangeRules(useSpace());
  const [change, setChange] = useState(() => changeOf(rule, isOn));
  return (
    <form
      aria-label={t("programme.rules.changeNamed", { code: rule.code })}
      onSubmit={(event) => {
        event.preventDefault();
        save.mutate({
          before: parameter,
          after: withRuleChange(parameter, shipped, change),
          message: t("programme.rules.changed", { code: rule.code }),
        });
      }}
    >
      <Stack gap="sm" mt="xs">
        <Checkbox
          label={t("programme.rules.isOn")}
          checked={change.enabled}
          onChange={(event) => setChange({ ...change, enabled: event.currentTarget.checked })}
        />
        <SimpleGrid cols={{ base: 1, xs: 2 }} style={{ alignItems: "end" }}>
          <Select
            label={t("programme.rules.severity")}
            data={ruleSeverities.map((value) => ({ value, label: t(`programme.severities.${value}`) }))}
            value={change.severity}
            allowDeselect={false}
            onChange={(chosen) => {
              const severity = ruleSeverities.find((known) => known === chosen);
              if (severity !== undefined) setChange({ ...change, severity });
            }}
          />
          {Object.entries(rule.numbers).map(([name, { unit, min, max, label }]) => {
            const scale = unit === "ratio" ? 0.01 : unit === "cents" ? 100 : 1;
            const shown = (value: number) => Math.round((value / scale) * 1e6) / 1e6;
            return (
              <NumberInput
                key={name}
                label={pick(label)}
                value={shown(change.numbers[name] ?? min)}
                min={shown(min)}
                max={shown(max)}
                suffix={unit === "ratio" ? " %" : ""}
                onChange={(typed) =>
                  typeof typed === "number" &&
                  setChange({ ...change, numbers: { ...change.numbers, [name]: typed * scale } })
                }
              />
            );
          })}
        </SimpleGrid>
        {(["de", "en"] as const).map((language) => (
          <Textarea
            key={language}
            label={t(`programme.rules.wording.${language}`)}
            value={change.sentence[language]}
            maxLength={500}
            autosize
            required
            onChange={(event) =>
              setChange({
                ...change,
                sentence: { ...change.sentence, [language]: event.currentTarget.value },
              })
            }
          />
        ))}
        <Group gap="xs">
          <Button type="submit" loading={save.isPending}>
            {t("programme.rules.save")}
          </Button>
          <Button variant="subtle" color="gray" onClick={onClose}>
            {t("programme.cancel")}
          </Button>
        </Group>
      </Stack>
    </form>
  );
}
