import { Button, Group, NumberInput, Select } from "@mantine/core";
import { useTexts } from "../../i18n/index.ts";
import { PlanSelect } from "../parts/plan-select.tsx";

export interface RunValues {
  readonly plan?: string | undefined;
  readonly draws?: string | undefined;
  readonly seed?: string | undefined;
  readonly resolution?: string | undefined;
}

interface RunFormProps {
  values: RunValues;
  onChange: (values: Partial<RunValues>) => void;
  onStart: () => void;
  isRunning: boolean;
}

/** What is worked through and how finely. */
export function RunForm({ values, onChange, onStart, isRunning }: RunFormProps) {
  const { t } = useTexts();
  const resolution = values.resolution === "customers" ? "customers" : "cells";
  return (
    <form
      className="k-card k-no-print"
      aria-label={t("simulation.run")}
      onSubmit={(event) => {
        event.preventDefault();
        onStart();
      }}
    >
      <Group align="flex-end" gap="sm">
        <PlanSelect
          value={values.plan ?? null}
          onChange={(plan) => onChange({ plan: plan ?? undefined })}
          isRequired
        />
        <Select
          label={t("simulation.resolution")}
          data={(["cells", "customers"] as const).map((value) => ({
            value,
            label: t(`simulation.resolutions.${value}`),
          }))}
          value={resolution}
          allowDeselect={false}
          w={320}
          maw="100%"
          onChange={(next) =>
            onChange({ resolution: next === "customers" ? "customers" : undefined, draws: undefined })
          }
        />
        <NumberInput
          label={t("simulation.draws")}
          value={values.draws ?? (resolution === "cells" ? 400 : 20)}
          min={1}
          max={5000}
          w={130}
          onChange={(next) => onChange({ draws: next === "" ? undefined : String(next) })}
        />
        <NumberInput
          label={t("simulation.seed")}
          value={values.seed ?? 1}
          min={0}
          max={4294967295}
          w={120}
          onChange={(next) => onChange({ seed: next === "" ? undefined : String(next) })}
        />
        <Button type="submit" loading={isRunning} disabled={values.plan === undefined}>
          {t("simulation.run")}
        </Button>
      </Group>
    </form>
  );
}
