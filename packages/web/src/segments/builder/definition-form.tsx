import { Button, Group, SegmentedControl, Stack, Text } from "@mantine/core";
import { IconPlus } from "@tabler/icons-react";
import { useTexts } from "../../i18n/index.ts";
import { ConditionRow } from "./condition-row.tsx";
import { type DraftDefinition, type DraftGroup, emptyCondition, isGroup, nextId } from "./draft.ts";

interface DefinitionFormProps {
  draft: DraftDefinition;
  onChange: (draft: DraftDefinition) => void;
}

/** Conditions and, one level deep, groups of them. */
export function DefinitionForm({ draft, onChange }: DefinitionFormProps) {
  const { t, format } = useTexts();
  const { parts } = draft;
  const put = (index: number, part: DraftDefinition["parts"][number] | null) =>
    onChange({
      ...draft,
      parts:
        part === null
          ? parts.filter((_, place) => place !== index)
          : parts.map((old, place) => (place === index ? part : old)),
    });
  const add = (part: DraftDefinition["parts"][number]) => onChange({ ...draft, parts: [...parts, part] });
  return (
    <Stack gap="sm">
      <Match value={draft.match} onChange={(match) => onChange({ ...draft, match })} />
      {parts.map((part, index) =>
        isGroup(part) ? (
          <GroupForm
            key={part.id}
            title={t("segments.builder.group", { n: format.count(index + 1) })}
            group={part}
            onChange={(group) => put(index, group)}
          />
        ) : (
          <ConditionRow
            key={part.id}
            condition={part}
            onChange={(condition) => put(index, condition)}
            onRemove={() => put(index, null)}
          />
        ),
      )}
      <Group gap="xs">
        <AddButton label={t("segments.builder.addCondition")} onClick={() => add(emptyCondition())} />
        <AddButton
          label={t("segments.builder.addGroup")}
          onClick={() => add({ id: nextId(), match: "any", conditions: [emptyCondition()] })}
        />
      </Group>
    </Stack>
  );
}

function GroupForm({
  title,
  group,
  onChange,
}: {
  title: string;
  group: DraftGroup;
  onChange: (group: DraftGroup | null) => void;
}) {
  const { t } = useTexts();
  const { conditions } = group;
  return (
    <fieldset className="k-card" style={{ margin: 0 }}>
      <legend>
        <Text size="sm" c="dimmed" px={4}>
          {title}
        </Text>
      </legend>
      <Stack gap="sm">
        <Match value={group.match} onChange={(match) => onChange({ ...group, match })} />
        {conditions.map((condition, index) => (
          <ConditionRow
            key={condition.id}
            condition={condition}
            onChange={(next) =>
              onChange({
                ...group,
                conditions: conditions.map((old, place) => (place === index ? next : old)),
              })
            }
            onRemove={() =>
              onChange(
                conditions.length === 1
                  ? null
                  : { ...group, conditions: conditions.filter((_, place) => place !== index) },
              )
            }
          />
        ))}
        <Group gap="xs">
          <AddButton
            label={t("segments.builder.addCondition")}
            onClick={() => onChange({ ...group, conditions: [...conditions, emptyCondition()] })}
          />
        </Group>
      </Stack>
    </fieldset>
  );
}

function Match({ value, onChange }: { value: "all" | "any"; onChange: (value: "all" | "any") => void }) {
  const { t } = useTexts();
  return (
    <SegmentedControl
      size="xs"
      aria-label={t("segments.builder.matchLabel")}
      value={value}
      onChange={(next) => onChange(next === "any" ? "any" : "all")}
      data={(["all", "any"] as const).map((code) => ({
        value: code,
        label: t(`segments.builder.match.${code}`),
      }))}
      style={{ alignSelf: "flex-start" }}
    />
  );
}

function AddButton({ label, onClick }: { label: string; onClick: () => void }) {
  return (
    <Button
      variant="default"
      size="compact-md"
      fw={500}
      leftSection={<IconPlus size={16} stroke={1.6} />}
      onClick={onClick}
    >
      {label}
    </Button>
  );
}
