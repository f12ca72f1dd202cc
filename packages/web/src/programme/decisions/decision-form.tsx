import type { DecisionInput } from "@kleinod/engine/programme/decisions/decision-contract.ts";
import {
  type EffectSource,
  type EffectUnit,
  effectSources,
  effectUnits,
} from "@kleinod/engine/programme/decisions/decision-states-contract.ts";
import { Button, Group, Select, Stack, Text, Textarea, TextInput } from "@mantine/core";
import { useQuery } from "@tanstack/react-query";
import { useState } from "react";
import { addDecision, newestId, undoDecision } from "../../api/offer-queries.ts";
import { planListQuery } from "../../api/programme-queries.ts";
import { segmentListQuery } from "../../api/segment-queries.ts";
import { useTexts } from "../../i18n/index.ts";
import { useSpace } from "../../ui/use-space.ts";
import { AmountInput } from "../catalogue/amount-input.tsx";
import { useChange } from "../catalogue/use-change.ts";
import { isMoney } from "./use-effect-amount.ts";

interface DecisionFormProps {
  currency: string | null;
  today: string;
  onDone: () => void;
}

interface Expected {
  readonly of: EffectUnit;
  readonly source: EffectSource;
  readonly mid: number | null;
  readonly low: number | null;
  readonly high: number | null;
}

/** A sentence, a person and a review date are enough; what is expected makes the review worth while. */
export function DecisionForm({ currency, today, onDone }: DecisionFormProps) {
  const { t } = useTexts();
  const space = useSpace();
  const change = useChange();
  const plans = useQuery(planListQuery(space));
  const segments = useQuery(segmentListQuery(space));
  const [decision, setDecision] = useState("");
  const [decidedBy, setDecidedBy] = useState("");
  const [segment, setSegment] = useState("small");
  const [planId, setPlanId] = useState("");
  const [options, setOptions] = useState("");
  const [reviewOn, setReviewOn] = useState(inSixMonths(today));
  const [expected, setExpected] = useState<Expected>({
    of: "resultCentsPerYear",
    source: "own",
    mid: null,
    low: null,
    high: null,
  });
  const plan = plans.data?.plans.find(({ id }) => String(id) === planId) ?? null;
  const isComplete = decision.trim().length >= 3 && decidedBy.trim() !== "" && reviewOn > today;
  const input: DecisionInput = {
    decision: decision.trim(),
    decidedBy: decidedBy.trim(),
    segment,
    plan: plan === null ? null : { id: plan.id, version: plan.version, name: plan.name },
    options: options
      .split("\n")
      .map((line) => line.trim())
      .filter((line) => line !== "")
      .slice(0, 12)
      .map((option) => ({ option, isChosen: false, reason: "" })),
    expected: expectedOf(expected),
    reviewOn,
  };
  const scale = isMoney(expected.of) ? 100 : 1;
  const amount = (name: "mid" | "low" | "high") => (
    <AmountInput
      label={t(`decisionRecord.form.${name}`)}
      value={expected[name]}
      scale={scale}
      allowNegative
      onChange={(value) => setExpected({ ...expected, [name]: value })}
    />
  );
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault();
        if (!isComplete) return;
        change.run({
          run: async () => {
            const { decisions } = await addDecision(space, input);
            const id = newestId(decisions);
            return () => undoDecision(space, id);
          },
          done: t("decisionRecord.form.saved"),
          after: onDone,
        });
      }}
    >
      <Stack gap="md">
        <Text size="sm" c="dimmed">
          {t("decisionRecord.form.hint")}
        </Text>
        <TextInput
          label={t("decisionRecord.form.decision")}
          value={decision}
          maxLength={300}
          required
          data-autofocus
          onChange={(event) => setDecision(event.currentTarget.value)}
        />
        <Group gap="sm" align="flex-end">
          <TextInput
            label={t("decisionRecord.form.by")}
            value={decidedBy}
            maxLength={120}
            required
            onChange={(event) => setDecidedBy(event.currentTarget.value)}
            style={{ flex: "2 1 12rem" }}
          />
          <TextInput
            type="date"
            label={t("decisionRecord.form.reviewOn")}
            value={reviewOn}
            min={today}
            required
            onChange={(event) => setReviewOn(event.currentTarget.value)}
            style={{ flex: "1 1 10rem" }}
          />
        </Group>
        <Group gap="sm" align="flex-end">
          <Select
            label={t("decisionRecord.form.segment")}
            data={[
              { value: "small", label: t("decisionRecord.form.allSmall") },
              ...(segments.data?.segments ?? []).flatMap(({ code, active }) =>
                active === null ? [] : [{ value: code, label: active.name }],
              ),
            ]}
            value={segment}
            allowDeselect={false}
            comboboxProps={{ withinPortal: false }}
            onChange={(value) => setSegment(value ?? "small")}
            style={{ flex: "1 1 12rem" }}
          />
          <Select
            label={t("decisionRecord.form.plan")}
            data={[
              { value: "", label: t("decisionRecord.form.noPlan") },
              ...(plans.data?.plans ?? []).map(({ id, name }) => ({ value: String(id), label: name })),
            ]}
            value={planId}
            allowDeselect={false}
            comboboxProps={{ withinPortal: false }}
            onChange={(value) => setPlanId(value ?? "")}
            style={{ flex: "1 1 12rem" }}
          />
        </Group>
        <fieldset style={{ border: 0, margin: 0, padding: 0 }}>
          <Text component="legend" fw={600} size="sm" mb={6}>
            {t("decisionRecord.form.expected")}
          </Text>
          <Text size="sm" c="dimmed" mb="xs">
            {t("decisionRecord.form.expectedHint", { currency: currency ?? "" })}
          </Text>
          <Group gap="sm" align="flex-end">
            <Select
              label={t("decisionRecord.form.of")}
              data={effectUnits.map((value) => ({ value, label: t(`decisionRecord.units.${value}`) }))}
              value={expected.of}
              allowDeselect={false}
              comboboxProps={{ withinPortal: false }}
              onChange={(value) =>
                setExpected({ ...expected, of: effectUnits.find((unit) => unit === value) ?? expected.of })
              }
              style={{ flex: "1 1 11rem" }}
            />
            <Select
              label={t("decisionRecord.form.source")}
              data={effectSources.map((value) => ({ value, label: t(`decisionRecord.sources.${value}`) }))}
              value={expected.source}
              allowDeselect={false}
              comboboxProps={{ withinPortal: false }}
              onChange={(value) =>
                setExpected({
                  ...expected,
                  source: effectSources.find((one) => one === value) ?? expected.source,
                })
              }
              style={{ flex: "1 1 11rem" }}
            />
          </Group>
          <Group gap="sm" align="flex-end" mt="xs">
            {amount("low")}
            {amount("mid")}
            {amount("high")}
          </Group>
        </fieldset>
        <Textarea
          label={t("decisionRecord.form.options")}
          value={options}
          autosize
          minRows={2}
          onChange={(event) => setOptions(event.currentTarget.value)}
        />
        <Button type="submit" disabled={!isComplete} loading={change.isPending}>
          {t("decisionRecord.form.save")}
        </Button>
      </Stack>
    </form>
  );
}

/** Ends that nobody named are the middle: an interval of no width says that nobody thought of one. */
function expectedOf({ mid, low, high, ...rest }: Expected): DecisionInput["expected"] {
  if (mid === null) return null;
  return { ...rest, mid, low: Math.min(low ?? mid, mid), high: Math.max(high ?? mid, mid) };
}

function inSixMonths(day: string): string {
  const [year = 0, month = 1, date = 1] = day.split("-").map(Number);
  return new Date(Date.UTC(year, month + 5, Math.min(date, 28))).toISOString().slice(0, 10);
}
