import { Button, Checkbox, NumberInput, SimpleGrid, Stack } from "@mantine/core";
import { useTexts } from "../../i18n/index.ts";
import { PlanSelect } from "../parts/plan-select.tsx";
import { defaultSeconds, type LimitValues } from "./limits.ts";

interface LimitsFormProps {
  values: LimitValues;
  onChange: (values: Partial<LimitValues>) => void;
  onStart: () => void;
  isRunning: boolean;
  currency: string | null;
}

/** What the optimiser has to keep to. */
export function LimitsForm({ values, onChange, onStart, isRunning, currency }: LimitsFormProps) {
  const { t } = useTexts();
  const unit = currency === null ? "" : ` (${currency})`;
  const field = (key: "budget" | "pressure" | "giveTake" | "seconds", label: string, least?: number) => (
    <NumberInput
      label={label}
      value={values[key] ?? (key === "seconds" ? defaultSeconds : "")}
      onChange={(next) => onChange({ [key]: next === "" ? undefined : String(next) })}
      {...(least === undefined ? {} : { min: least })}
      {...(key === "seconds" ? { max: 600 } : {})}
    />
  );
  return (
    <form
      className="k-card"
      aria-label={t("optimiser.limits")}
      onSubmit={(event) => {
        event.preventDefault();
        onStart();
      }}
    >
      <Stack gap="sm">
        <p className="k-note" style={{ margin: 0 }}>
          {t("optimiser.limitsHint")}
        </p>
        <PlanSelect value={values.plan ?? null} onChange={(plan) => onChange({ plan: plan ?? undefined })} />
        <SimpleGrid cols={{ base: 1, sm: 2 }}>
          {field("budget", t("optimiser.budget") + unit, 0)}
          {field("pressure", t("optimiser.pressure"), 0)}
          {field("giveTake", t("optimiser.giveTake") + unit)}
          {field("seconds", `${t("optimiser.timeLimit")} (${t("optimiser.seconds")})`, 1)}
        </SimpleGrid>
        {values.plan === undefined ? null : (
          <Checkbox
            label={t("optimiser.keepPlan")}
            checked={values.keep === "1"}
            onChange={(event) => onChange({ keep: event.currentTarget.checked ? "1" : undefined })}
          />
        )}
        <div>
          <Button type="submit" loading={isRunning}>
            {t("optimiser.start")}
          </Button>
        </div>
      </Stack>
    </form>
  );
}
