import type { PlanOverride } from "@kleinod/engine/programme/plans/plans-contract.ts";
import { SimpleGrid, TextInput } from "@mantine/core";
import { useTexts } from "../../i18n/index.ts";

export const emptyOverride: PlanOverride = { reason: "", approver: "", reviewOn: "" };

export const isCompleteOverride = ({ reason, approver, reviewOn }: PlanOverride): boolean =>
  reason.trim() !== "" && approver.trim() !== "" && /^\d{4}-\d{2}-\d{2}$/.test(reviewOn);

interface OverrideFieldsProps {
  override: PlanOverride;
  onChange: (override: PlanOverride) => void;
}

/** The three things that every decision against a rule needs. */
export function OverrideFields({ override, onChange }: OverrideFieldsProps) {
  const { t } = useTexts();
  return (
    <>
      <TextInput
        label={t("programme.overrule.reason")}
        value={override.reason}
        maxLength={1000}
        required
        data-autofocus
        onChange={(event) => onChange({ ...override, reason: event.currentTarget.value })}
      />
      <SimpleGrid cols={{ base: 1, xs: 2 }}>
        <TextInput
          label={t("programme.overrule.approver")}
          value={override.approver}
          maxLength={200}
          required
          onChange={(event) => onChange({ ...override, approver: event.currentTarget.value })}
        />
        <TextInput
          type="date"
          label={t("programme.overrule.reviewOn")}
          value={override.reviewOn}
          required
          onChange={(event) => onChange({ ...override, reviewOn: event.currentTarget.value })}
        />
      </SimpleGrid>
    </>
  );
}
