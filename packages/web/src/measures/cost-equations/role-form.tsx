import type { CostRole } from "@kleinod/engine/measures/cost-to-serve/model-contract.ts";
import { Button, Checkbox, Group, NumberInput, Select, Stack, Textarea } from "@mantine/core";
import { useState } from "react";
import { useTexts } from "../../i18n/index.ts";
import { PercentInput } from "./activity-form.tsx";

interface RoleFormProps {
  role: CostRole;
  currency: string | null;
  onTake: (role: CostRole) => void;
  onClose: () => void;
}

const grades = ["A", "B", "C", "D"] as const;

/** One role: the rate without a pool, how much gets logged, and its names in files. Nothing is saved here. */
export function RoleForm({ role, currency, onTake, onClose }: RoleFormProps) {
  const { t } = useTexts();
  const [edited, setEdited] = useState(role);
  const [aliases, setAliases] = useState(role.aliases.join(", "));
  const change = (part: Partial<CostRole>) => setEdited({ ...edited, ...part });
  const take = () =>
    onTake({
      ...edited,
      aliases: aliases
        .split(",")
        .map((alias) => alias.trim())
        .filter((alias) => alias !== ""),
    });
  return (
    <Stack gap="md">
      <Group grow align="flex-start">
        <NumberInput
          label={t("equations.form.rate")}
          description={t("equations.form.rateHint")}
          value={edited.assumedRateCentsPerMinute / 100}
          min={0}
          decimalScale={4}
          suffix={currency === null ? "" : ` ${currency}`}
          hideControls
          onChange={(value) => {
            if (typeof value === "number")
              change({ assumedRateCentsPerMinute: Number((value * 100).toFixed(4)) });
          }}
        />
        <PercentInput
          label={t("equations.form.logged")}
          hint={t("equations.form.loggedHint")}
          ratio={edited.loggedRatio}
          most={100}
          onChange={(loggedRatio) => loggedRatio > 0 && change({ loggedRatio })}
        />
      </Group>
      <Textarea
        label={t("equations.form.aliases")}
        description={t("equations.form.aliasesHint")}
        value={aliases}
        autosize
        minRows={2}
        onChange={(event) => setAliases(event.currentTarget.value)}
      />
      <Select
        label={t("equations.form.grade")}
        description={t("equations.form.gradeHint")}
        data={[...grades]}
        value={edited.grade}
        allowDeselect={false}
        onChange={(value) => {
          const grade = grades.find((one) => one === value);
          if (grade !== undefined) change({ grade });
        }}
      />
      <Checkbox
        label={t("equations.form.specialist")}
        checked={edited.isSpecialist}
        onChange={(event) => change({ isSpecialist: event.currentTarget.checked })}
      />
      <Group>
        <Button onClick={take}>{t("equations.form.take")}</Button>
        <Button variant="default" onClick={onClose}>
          {t("frame.cancel")}
        </Button>
      </Group>
    </Stack>
  );
}
