import type { ResponsibilityRule } from "@kleinod/engine/segments/responsibility/rule-contract.ts";
import { ActionIcon, Button, Group, Select, Stack, Text, TextInput } from "@mantine/core";
import { IconArrowDown, IconArrowUp, IconPlus, IconTrash } from "@tabler/icons-react";
import { useTexts } from "../../i18n/index.ts";
import { FilterBar } from "../../measures/parts/filter-bar.tsx";
import { responsibleTypes } from "../../measures/value-labels.ts";

const sources = ["coveringPartner", "masterDataOwner"] as const;

/** Rules in their order, the first that matches decides; each with conditions and whom it assigns. */
export function RulesField({ value, onChange }: { value: unknown; onChange: (value: unknown) => void }) {
  const { t, format } = useTexts();
  const rules = value as readonly ResponsibilityRule[];
  const put = (index: number, rule: ResponsibilityRule) =>
    onChange(rules.map((old, place) => (place === index ? rule : old)));
  const move = (index: number, by: -1 | 1) => {
    const next = [...rules];
    const [moved] = next.splice(index, 1);
    if (moved !== undefined) next.splice(index + by, 0, moved);
    onChange(next);
  };
  const add = () => {
    const number = rules.reduce(
      (highest, { code }) => Math.max(highest, Number(/^rule(\d+)$/.exec(code)?.[1] ?? 0)),
      0,
    );
    const name = t("responsibility.rule.newName", { n: format.count(number + 1) });
    // A new rule goes first: what it does not match is left to those that held before.
    onChange([
      {
        code: `rule${number + 1}`,
        label: { de: name, en: name },
        filters: [],
        assign: { type: "pool", name: "", category: null },
      },
      ...rules,
    ]);
  };
  return (
    <Stack gap="md">
      <Button variant="light" w="fit-content" leftSection={<IconPlus size={16} stroke={1.6} />} onClick={add}>
        {t("responsibility.rule.add")}
      </Button>
      {rules.map((rule, index) => (
        <fieldset key={rule.code} className="k-card" style={{ margin: 0 }}>
          <legend>
            <Text size="sm" c="dimmed" px={4}>
              {t("responsibility.rule.place", { n: format.count(index + 1) })}
            </Text>
          </legend>
          <Stack gap="sm">
            <Group wrap="nowrap" align="flex-end">
              <TextInput
                label={t("responsibility.rule.name")}
                value={rule.label.de}
                onChange={(event) => {
                  const text = event.currentTarget.value;
                  put(index, { ...rule, label: { de: text, en: text } });
                }}
                style={{ flex: 1 }}
                maxLength={300}
              />
              <ActionIcon
                variant="default"
                size="lg"
                aria-label={t("responsibility.rule.up")}
                disabled={index === 0}
                onClick={() => move(index, -1)}
              >
                <IconArrowUp size={16} />
              </ActionIcon>
              <ActionIcon
                variant="default"
                size="lg"
                aria-label={t("responsibility.rule.down")}
                disabled={index === rules.length - 1}
                onClick={() => move(index, 1)}
              >
                <IconArrowDown size={16} />
              </ActionIcon>
              <ActionIcon
                variant="default"
                size="lg"
                aria-label={t("responsibility.rule.remove")}
                onClick={() => onChange(rules.filter((_, place) => place !== index))}
              >
                <IconTrash size={16} />
              </ActionIcon>
            </Group>
            <Group gap="xs">
              <FilterBar
                filters={rule.filters}
                onChange={(filters) => put(index, { ...rule, filters: [...filters] })}
              />
            </Group>
            <Assign rule={rule} onChange={(next) => put(index, next)} />
          </Stack>
        </fieldset>
      ))}
    </Stack>
  );
}

function Assign({
  rule,
  onChange,
}: {
  rule: ResponsibilityRule;
  onChange: (rule: ResponsibilityRule) => void;
}) {
  const { t } = useTexts();
  const { assign } = rule;
  const choose = (code: string | null) => {
    const source = sources.find((known) => known === code);
    const type = responsibleTypes.find((known) => known === code);
    if (source !== undefined) {
      onChange({ ...rule, assign: { from: source, category: assign.category } });
    } else if (type !== undefined) {
      onChange({
        ...rule,
        assign: { type, name: "name" in assign ? assign.name : "", category: assign.category },
      });
    }
  };
  return (
    <Group align="flex-end">
      <Select
        label={t("responsibility.rule.assign")}
        data={[
          ...responsibleTypes.map((code) => ({ value: code, label: t(`values.${code}`) })),
          ...sources.map((code) => ({ value: code, label: t(`responsibility.rule.sources.${code}`) })),
        ]}
        value={"from" in assign ? assign.from : assign.type}
        allowDeselect={false}
        comboboxProps={{ withinPortal: false }}
        onChange={choose}
        w={280}
      />
      {"name" in assign ? (
        <TextInput
          label={t("responsibility.assignment.name")}
          value={assign.name}
          onChange={(event) => onChange({ ...rule, assign: { ...assign, name: event.currentTarget.value } })}
          maxLength={200}
          required
        />
      ) : null}
    </Group>
  );
}
