import type { Campaign, CampaignInput } from "@kleinod/engine/facts/captures/contract.ts";
import { Button, Group, NumberInput, SimpleGrid, Stack, Textarea, TextInput } from "@mantine/core";
import { useMutation, useQueryClient } from "@tanstack/react-query";
import { useState } from "react";
import { call } from "../../api/client.ts";
import { useTexts } from "../../i18n/index.ts";
import { notifyProblem } from "../../ui/notify.ts";
import { useSpace } from "../../ui/use-space.ts";

/** "Petra: insideSales" per line; a line without a role counts as inside sales. */
export function peopleOf(text: string): CampaignInput["people"] {
  return text
    .split("\n")
    .map((line) => line.split(":").map((part) => part.trim()))
    .filter(([person]) => person !== undefined && person !== "")
    .map(([person = "", role]) => ({
      person,
      role: role === undefined || role === "" ? "insideSales" : role,
    }));
}

export function CampaignForm() {
  const { t } = useTexts();
  const space = useSpace();
  const client = useQueryClient();
  const [name, setName] = useState("");
  const [from, setFrom] = useState("");
  const [to, setTo] = useState("");
  const [people, setPeople] = useState("");
  const [prompts, setPrompts] = useState(8);
  const create = useMutation({
    mutationFn: (input: CampaignInput) =>
      call<Campaign>("/time-samples/campaigns", space, { method: "POST", body: input }),
    onSuccess: async () => {
      setName("");
      setPeople("");
      await client.invalidateQueries({ queryKey: [space, "time-samples"] });
    },
    onError: (error) => notifyProblem(t("sampling.failed"), error, ""),
  });
  const named = peopleOf(people);
  const isComplete = name.trim() !== "" && from !== "" && to >= from && named.length > 0;
  return (
    <form
      className="k-card"
      onSubmit={(event) => {
        event.preventDefault();
        if (isComplete) create.mutate({ name: name.trim(), from, to, people: named, promptsPerDay: prompts });
      }}
    >
      <Stack gap="md">
        <SimpleGrid cols={{ base: 1, sm: 4 }}>
          <TextInput
            label={t("sampling.name")}
            value={name}
            onChange={(event) => setName(event.currentTarget.value)}
            maxLength={200}
          />
          <TextInput
            type="date"
            label={t("sampling.from")}
            value={from}
            onChange={(event) => setFrom(event.currentTarget.value)}
          />
          <TextInput
            type="date"
            label={t("sampling.to")}
            value={to}
            onChange={(event) => setTo(event.currentTarget.value)}
          />
          <NumberInput
            label={t("sampling.prompts")}
            min={1}
            max={40}
            value={prompts}
            onChange={(value) => setPrompts(typeof value === "number" ? value : 8)}
          />
        </SimpleGrid>
        <Textarea
          label={t("sampling.people")}
          placeholder={"Petra Muster: insideSales\nReto Keller: fieldSales"}
          autosize
          minRows={2}
          value={people}
          onChange={(event) => setPeople(event.currentTarget.value)}
        />
        <Group>
          <Button type="submit" variant="default" loading={create.isPending} disabled={!isComplete}>
            {t("sampling.start")}
          </Button>
        </Group>
      </Stack>
    </form>
  );
}
