import type { CostActivity, CostRole } from "@kleinod/engine/measures/cost-to-serve/model-contract.ts";
import { Button, Checkbox, Group, NumberInput, Select, Stack, Text } from "@mantine/core";
import { useState } from "react";
import { useTexts } from "../../i18n/index.ts";
import { eventText, isMoney, roleText } from "./activity-words.ts";
import { readEquation } from "./equation-example.ts";
import { EquationField } from "./equation-field.tsx";

interface ActivityFormProps {
  activity: CostActivity;
  roles: readonly CostRole[];
  /** Cents per minute of a role: of its pools, else the assumed one. */
  rateOf: (role: string) => number | null;
  currency: string | null;
  onTake: (activity: CostActivity) => void;
  onClose: () => void;
}

const months = ["3", "12", "24"] as const;
const grades = ["A", "B", "C", "D"] as const;

/** One activity: equation with example, role, avoidable shares, and what is behind it. Nothing is saved here. */
export function ActivityForm({ activity, roles, rateOf, currency, onTake, onClose }: ActivityFormProps) {
  const texts = useTexts();
  const { t, format } = texts;
  const [edited, setEdited] = useState(activity);
  const change = (part: Partial<CostActivity>) => setEdited({ ...edited, ...part });
  const money = isMoney(activity);
  const worksAs = edited.role === "asLogged" ? (edited.roleIfNotLogged ?? null) : edited.role;
  const isValid = money || readEquation(edited.equation, edited.event).ok;
  const roleChoices = [
    ...(activity.event === "activity" || activity.event === "case"
      ? [{ value: "asLogged", label: t("equations.asLogged") }]
      : []),
    ...roles.map((role) => ({ value: role.code, label: roleText(role.code, roles, texts) })),
  ];
  return (
    <Stack gap="md">
      <Text size="sm" c="dimmed">
        {eventText(activity, texts)}
      </Text>
      {money ? null : (
        <>
          <EquationField
            activity={edited}
            value={edited.equation}
            onChange={(equation) => change({ equation, isAssumption: false })}
            rateCents={worksAs === null ? null : rateOf(worksAs)}
            currency={currency}
          />
          <Group grow align="flex-start">
            <Select
              label={t("equations.form.role")}
              data={roleChoices}
              value={edited.role}
              allowDeselect={false}
              onChange={(role) => role !== null && change({ role })}
            />
            {edited.role === "asLogged" ? (
              <Select
                label={t("equations.form.roleIfNotLogged")}
                data={roleChoices.filter(({ value }) => value !== "asLogged")}
                value={edited.roleIfNotLogged ?? null}
                onChange={(role) => role !== null && change({ roleIfNotLogged: role })}
              />
            ) : null}
          </Group>
        </>
      )}
      <fieldset style={{ border: 0, padding: 0, margin: 0 }}>
        <legend style={{ fontSize: "0.875rem", fontWeight: 500, padding: 0 }}>
          {t("equations.form.avoidable")}
        </legend>
        <Group grow>
          {months.map((month) => (
            <PercentInput
              key={month}
              label={t("equations.form.months", { n: format.count(Number(month)) })}
              ratio={edited.avoidableRatio[month]}
              most={100}
              onChange={(ratio) =>
                change({ avoidableRatio: { ...edited.avoidableRatio, [month]: ratio }, isAssumption: false })
              }
            />
          ))}
        </Group>
      </fieldset>
      <Group grow align="flex-start">
        {money ? null : (
          <PercentInput
            label={t("equations.form.uncertainty")}
            hint={t("equations.form.uncertaintyHint")}
            ratio={edited.uncertaintyRatio}
            most={200}
            onChange={(uncertaintyRatio) => change({ uncertaintyRatio })}
          />
        )}
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
      </Group>
      <Checkbox
        label={t("equations.form.assumption")}
        checked={edited.isAssumption}
        onChange={(event) => change({ isAssumption: event.currentTarget.checked })}
      />
      <Group>
        <Button disabled={!isValid} onClick={() => onTake(edited)}>
          {t("equations.form.take")}
        </Button>
        <Button variant="default" onClick={onClose}>
          {t("frame.cancel")}
        </Button>
      </Group>
    </Stack>
  );
}

interface PercentInputProps {
  label: string;
  hint?: string;
  ratio: number;
  most: number;
  onChange: (ratio: number) => void;
}

/** A share in percent; kept as a ratio. */
export function PercentInput({ label, hint, ratio, most, onChange }: PercentInputProps) {
  return (
    <NumberInput
      label={label}
      {...(hint === undefined ? {} : { description: hint })}
      value={Number((ratio * 100).toFixed(4))}
      min={0}
      max={most}
      clampBehavior="strict"
      suffix=" %"
      hideControls
      onChange={(value) => {
        if (typeof value === "number") onChange(Number((value / 100).toFixed(6)));
      }}
    />
  );
}
