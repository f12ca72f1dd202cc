import { Select } from "@mantine/core";
import { useQuery } from "@tanstack/react-query";
import { planListQuery } from "../../api/programme-queries.ts";
import { useTexts } from "../../i18n/index.ts";
import { useSpace } from "../../ui/use-space.ts";

interface PlanSelectProps {
  /** Id of a kept plan as text. */
  value: string | null;
  onChange: (plan: string | null) => void;
  /** Nothing can be shown without a plan. */
  isRequired?: boolean;
}

/** Which kept plan is looked at. */
export function PlanSelect({ value, onChange, isRequired = false }: PlanSelectProps) {
  const { t } = useTexts();
  const plans = useQuery(planListQuery(useSpace()));
  return (
    <Select
      className="k-no-print"
      label={t("planParts.plan")}
      placeholder={t(isRequired ? "planParts.choosePlan" : "planParts.noPlan")}
      data={(plans.data?.plans ?? []).map(({ id, name }) => ({ value: String(id), label: name }))}
      value={value}
      clearable={!isRequired}
      clearButtonProps={{ "aria-label": t("planParts.noPlan") }}
      w={280}
      maw="100%"
      onChange={onChange}
    />
  );
}
