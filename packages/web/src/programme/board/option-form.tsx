import type { AssumptionValue } from "@kleinod/engine/programme/contracts/assumption-contract.ts";
import type { Lever } from "@kleinod/engine/programme/contracts/option-contract.ts";
import type { LeverPlan, PlanAssignment } from "@kleinod/engine/programme/contracts/plan-contract.ts";
import { leverOption } from "@kleinod/engine/programme/lever-options.ts";
import { Button, Group, Select, SimpleGrid, Stack, Text, TextInput } from "@mantine/core";
import { useState } from "react";
import { useTexts } from "../../i18n/index.ts";
import { AssumptionFields } from "./assumption-fields.tsx";
import { filledParams } from "./filled-params.ts";
import type { BoardSegment } from "./lever-board.tsx";
import { OptionAbout } from "./option-about.tsx";
import { OptionPicker } from "./option-picker.tsx";
import { ParamField } from "./param-field.tsx";
import { withAssignment, withAssumptions, withoutAssignment } from "./plan-draft.ts";

interface OptionFormProps {
  lever: Lever;
  /** Place in the plan; null: a new option. */
  index: number | null;
  initial: PlanAssignment;
  plan: LeverPlan;
  segments: readonly BoardSegment[];
  onPut: (plan: LeverPlan) => void;
}

type OwnAssumptions = Readonly<Record<string, AssumptionValue | null>>;

/** What is decided of an option, from when, and what is expected of it. Nothing changes before it is taken into the plan. */
export function OptionForm({ lever, index, initial, plan, segments, onPut }: OptionFormProps) {
  const { t } = useTexts();
  const [assignment, setAssignment] = useState(initial);
  const [own, setOwn] = useState<OwnAssumptions>({});
  const option = leverOption(assignment.option);
  const params = option === undefined ? {} : filledParams(option, assignment.params);
  const change = (part: Partial<PlanAssignment>) => setAssignment({ ...assignment, ...part });
  const expected = (key: string) => (key in own ? (own[key] ?? null) : (plan.assumptions?.[key] ?? null));
  const isOrdered = Object.values(own).every(
    (value) => value === null || (value.low <= value.mid && value.mid <= value.high),
  );
  const remove =
    index === null ? null : (
      <Button variant="subtle" color="gray" onClick={() => onPut(withoutAssignment(plan, index))}>
        {t("programme.option.remove")}
      </Button>
    );
  if (option === undefined && index !== null) {
    return (
      <Stack>
        <Text>{t("programme.option.unknown", { code: assignment.option })}</Text>
        <Group>{remove}</Group>
      </Stack>
    );
  }
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault();
        if (option === undefined || !isOrdered) return;
        const { review, ...decided } = assignment;
        const next: PlanAssignment = {
          ...decided,
          params: toFileParams(params),
          ...(review === undefined || review === "" ? {} : { review }),
        };
        onPut(withAssumptions(withAssignment(plan, index, next), own));
      }}
    >
      <Stack gap="md">
        {index === null ? (
          <OptionPicker
            lever={lever}
            chosen={assignment.option}
            onChoose={(code) => change({ option: code, params: {} })}
          />
        ) : null}
        {option === undefined ? null : (
          <>
            <OptionAbout option={option} params={params} />
            <SimpleGrid cols={{ base: 1, xs: 3 }} style={{ alignItems: "end" }}>
              <Select
                label={t("programme.option.segment")}
                data={segments.map(({ code, name }) => ({ value: code, label: name }))}
                value={assignment.segment}
                allowDeselect={false}
                comboboxProps={{ withinPortal: false }}
                onChange={(code) => code !== null && change({ segment: code })}
              />
              <TextInput
                type="date"
                label={t("programme.option.from")}
                value={assignment.from}
                required
                onChange={(event) => change({ from: event.currentTarget.value })}
              />
              <TextInput
                type="date"
                label={t("programme.option.review")}
                value={assignment.review ?? ""}
                min={assignment.from}
                onChange={(event) => change({ review: event.currentTarget.value })}
              />
            </SimpleGrid>
            {option.params.map((param) => (
              <ParamField
                key={param.name}
                param={param}
                value={params[param.name] ?? param.default}
                onChange={(value) => change({ params: toFileParams({ ...params, [param.name]: value }) })}
              />
            ))}
            {option.assumptions.length === 0 ? null : (
              <details className="k-details" open={index !== null && Object.keys(own).length > 0}>
                <summary>{t("programme.option.assumptions", { count: option.assumptions.length })}</summary>
                <Text size="sm" c="dimmed" my="xs">
                  {t("programme.option.assumptionsHint")}
                </Text>
                <Stack gap="sm">
                  {option.assumptions.map((assumption) => (
                    <AssumptionFields
                      key={assumption.key}
                      assumption={assumption}
                      own={expected(assumption.key)}
                      onChange={(value) => setOwn({ ...own, [assumption.key]: value })}
                    />
                  ))}
                </Stack>
              </details>
            )}
            <Group justify="space-between" className="k-drawer-foot">
              <Button type="submit" disabled={!isOrdered}>
                {index === null ? t("programme.option.add") : t("programme.option.apply")}
              </Button>
              {remove}
            </Group>
          </>
        )}
      </Stack>
    </form>
  );
}

/** Params as a plan file holds them: lists of their own, which nobody else changes. */
const toFileParams = (params: ReturnType<typeof filledParams>): PlanAssignment["params"] =>
  Object.fromEntries(
    Object.entries(params).map(([name, value]) => [name, typeof value === "object" ? [...value] : value]),
  );
