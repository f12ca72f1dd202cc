import { ActionIcon, Button, Group, Stack, TextInput } from "@mantine/core";
import { IconTrash } from "@tabler/icons-react";
import { useState } from "react";
import { useTexts } from "../i18n/index.ts";

interface Entry {
  /** Keeps a row the same row while its key is being typed. */
  readonly id: number;
  readonly key: string;
  readonly text: string;
}

/** Rows of key and text, e.g. person → role. */
export function TextTableField({
  label,
  value,
  onChange,
}: {
  label: string;
  value: unknown;
  onChange: (value: unknown) => void;
}) {
  const { t } = useTexts();
  const [entries, setEntries] = useState<readonly Entry[]>(() =>
    value !== null && typeof value === "object"
      ? Object.entries(value).map(([key, text], id): Entry => ({ id, key, text: String(text) }))
      : [],
  );
  const change = (next: readonly Entry[]) => {
    setEntries(next);
    const complete = next.filter((entry) => entry.key.trim() !== "" && entry.text.trim() !== "");
    onChange(Object.fromEntries(complete.map((entry) => [entry.key.trim(), entry.text.trim()])));
  };
  const replace = (changed: Entry) =>
    change(entries.map((entry) => (entry.id === changed.id ? changed : entry)));
  const nextId = entries.reduce((highest, entry) => Math.max(highest, entry.id), -1) + 1;
  return (
    <Stack gap="xs" role="group" aria-label={label}>
      {entries.map((entry) => (
        <Group key={entry.id} gap="xs" wrap="nowrap">
          <TextInput
            value={entry.key}
            aria-label={t("parameters.key")}
            onChange={(event) => replace({ ...entry, key: event.currentTarget.value })}
          />
          <TextInput
            value={entry.text}
            aria-label={t("parameters.value")}
            onChange={(event) => replace({ ...entry, text: event.currentTarget.value })}
          />
          <ActionIcon
            variant="subtle"
            color="gray"
            aria-label={t("parameters.removeRow", { key: entry.key })}
            onClick={() => change(entries.filter((other) => other.id !== entry.id))}
          >
            <IconTrash size={18} stroke={1.6} />
          </ActionIcon>
        </Group>
      ))}
      <Button
        variant="light"
        size="xs"
        w="fit-content"
        onClick={() => change([...entries, { id: nextId, key: "", text: "" }])}
      >
        {t("parameters.addRow")}
      </Button>
    </Stack>
  );
}
