import { supportForms } from "@kleinod/engine/measures/need/recommendation-contract.ts";
import type { ServicePromise } from "@kleinod/engine/segments/promises/promise-contract.ts";
import {
  Accordion,
  Checkbox,
  Group,
  NumberInput,
  Select,
  SimpleGrid,
  Stack,
  TagsInput,
  TextInput,
} from "@mantine/core";
import { useTexts } from "../../i18n/index.ts";

const channels = ["phone", "mail", "web", "visit", "letter"] as const;
const textParts = ["label", "reachability", "scope", "price"] as const;

/** What each group of customers can rely on, group by group; the texts in both languages. */
export function PromisesField({ value, onChange }: { value: unknown; onChange: (value: unknown) => void }) {
  const { t, pick } = useTexts();
  const promises = value as readonly ServicePromise[];
  const put = (index: number, part: Partial<ServicePromise>) =>
    // What somebody wrote is no assumption any more.
    onChange(
      promises.map((one, place) => (place === index ? { ...one, ...part, isAssumption: false } : one)),
    );
  return (
    <Accordion variant="separated">
      {promises.map((promise, index) => (
        <Accordion.Item key={promise.code} value={promise.code}>
          <Accordion.Control>{pick(promise.label)}</Accordion.Control>
          <Accordion.Panel>
            <PromiseFields promise={promise} onChange={(part) => put(index, part)} t={t} />
          </Accordion.Panel>
        </Accordion.Item>
      ))}
    </Accordion>
  );
}

function PromiseFields({
  promise,
  onChange,
  t,
}: {
  promise: ServicePromise;
  onChange: (part: Partial<ServicePromise>) => void;
  t: ReturnType<typeof useTexts>["t"];
}) {
  const { communication } = promise;
  const say = (part: Partial<ServicePromise["communication"]>) =>
    onChange({ communication: { ...communication, ...part } });
  const labels = {
    label: t("responsibility.promise.name"),
    reachability: t("responsibility.promise.reachability"),
    scope: t("responsibility.promise.scope"),
    price: t("responsibility.promise.price"),
  };
  return (
    <Stack gap="sm">
      {textParts.map((part) => (
        <SimpleGrid key={part} cols={2}>
          {(["de", "en"] as const).map((language) => (
            <TextInput
              key={language}
              label={`${labels[part]} (${language})`}
              value={promise[part][language]}
              onChange={(event) =>
                onChange({ [part]: { ...promise[part], [language]: event.currentTarget.value } })
              }
              maxLength={300}
            />
          ))}
        </SimpleGrid>
      ))}
      <Group align="flex-end">
        <NumberInput
          label={t("responsibility.promise.answerMinutes")}
          min={1}
          value={promise.answerMinutes}
          onChange={(minutes) => {
            if (typeof minutes === "number") onChange({ answerMinutes: Math.round(minutes) });
          }}
          w={200}
        />
        <Select
          label={t("responsibility.promise.form")}
          data={supportForms.map((code) => ({ value: code, label: t(`values.${code}`) }))}
          value={promise.form}
          allowDeselect={false}
          comboboxProps={{ withinPortal: false }}
          onChange={(code) =>
            onChange({ form: supportForms.find((known) => known === code) ?? promise.form })
          }
          w={200}
        />
      </Group>
      <Group align="flex-end">
        <TagsInput
          label={t("responsibility.promise.languages")}
          value={communication.languages}
          comboboxProps={{ withinPortal: false }}
          onChange={(languages) => say({ languages })}
          w={200}
        />
        <Select
          label={t("responsibility.promise.channel")}
          data={channels.map((code) => ({
            value: code,
            label: t(`responsibility.promise.channels.${code}`),
          }))}
          value={communication.channel}
          allowDeselect={false}
          comboboxProps={{ withinPortal: false }}
          onChange={(code) =>
            say({ channel: channels.find((known) => known === code) ?? communication.channel })
          }
          w={160}
        />
        <NumberInput
          label={t("responsibility.promise.contactsPerYear")}
          min={0}
          max={365}
          value={communication.contactsPerYear}
          onChange={(contacts) => {
            if (typeof contacts === "number") say({ contactsPerYear: contacts });
          }}
          w={160}
        />
      </Group>
      <Group align="flex-end">
        <TextInput
          label={t("responsibility.promise.senderLabel")}
          value={communication.sender === "responsible" ? "" : communication.sender}
          disabled={communication.sender === "responsible"}
          onChange={(event) => say({ sender: event.currentTarget.value })}
          w={260}
        />
        <Checkbox
          label={t("responsibility.promise.responsible")}
          checked={communication.sender === "responsible"}
          onChange={(event) => say({ sender: event.currentTarget.checked ? "responsible" : "" })}
          pb={8}
        />
        <NumberInput
          label={t("responsibility.promise.plannedMinutes")}
          min={0}
          value={promise.attentionMinutesPerYear ?? ""}
          onChange={(minutes) =>
            onChange({ attentionMinutesPerYear: typeof minutes === "number" ? minutes : null })
          }
          w={220}
        />
      </Group>
    </Stack>
  );
}
