import type { DegreeOfFreedom } from "@kleinod/engine/programme/offers/offer-contract.ts";
import { ActionIcon, Button, Group, Stack, Text, TextInput } from "@mantine/core";
import { IconTrash } from "@tabler/icons-react";
import { useState } from "react";
import { useTexts } from "../../i18n/index.ts";
import { AmountInput } from "./amount-input.tsx";

interface FreedomFieldsProps {
  freedoms: readonly DegreeOfFreedom[];
  currency: string;
  onChange: (freedoms: DegreeOfFreedom[]) => void;
}

/** Degrees of freedom one by one: name, choices, and a price that is the same for everybody. */
export function FreedomFields({ freedoms, currency, onChange }: FreedomFieldsProps) {
  const { t, format } = useTexts();
  const [name, setName] = useState("");
  const [choices, setChoices] = useState("");
  const [price, setPrice] = useState<number | null>(null);
  const listed = choices
    .split(",")
    .map((choice) => choice.trim())
    .filter((choice) => choice !== "");
  const code = codeOf(name, new Set(freedoms.map((freedom) => freedom.code)));
  return (
    <fieldset style={{ border: 0, margin: 0, padding: 0 }}>
      <Text component="legend" fw={600} size="sm" mb={6}>
        {t("catalogue.offers.freedoms")}
      </Text>
      <Stack gap="xs">
        {freedoms.map((freedom) => (
          <Group key={freedom.code} justify="space-between" wrap="nowrap">
            <Text size="sm">
              {freedom.name}: {freedom.choices.join(" / ")} (
              {freedom.centsPerChoice === null
                ? t("catalogue.offers.freedomFree")
                : t("catalogue.offers.freedomPrice", {
                    price: format.money(freedom.centsPerChoice, currency),
                  })}
              )
            </Text>
            <ActionIcon
              variant="subtle"
              color="gray"
              aria-label={t("catalogue.offerForm.removeFreedom", { name: freedom.name })}
              onClick={() => onChange(freedoms.filter((other) => other.code !== freedom.code))}
            >
              <IconTrash size={18} stroke={1.6} />
            </ActionIcon>
          </Group>
        ))}
        <Group gap="sm" align="flex-end">
          <TextInput
            label={t("catalogue.offerForm.freedomName")}
            value={name}
            maxLength={80}
            onChange={(event) => setName(event.currentTarget.value)}
            style={{ flex: "1 1 9rem" }}
          />
          <TextInput
            label={t("catalogue.offerForm.freedomChoices")}
            value={choices}
            onChange={(event) => setChoices(event.currentTarget.value)}
            style={{ flex: "2 1 12rem" }}
          />
          <AmountInput
            label={t("catalogue.offerForm.freedomPrice", { currency })}
            description={t("catalogue.offerForm.freedomPriceHint")}
            value={price}
            scale={100}
            decimals={2}
            onChange={setPrice}
          />
          <Button
            variant="default"
            disabled={name.trim() === "" || listed.length === 0 || listed.length > 12}
            onClick={() => {
              onChange([...freedoms, { code, name: name.trim(), choices: listed, centsPerChoice: price }]);
              setName("");
              setChoices("");
              setPrice(null);
            }}
          >
            {t("catalogue.offerForm.addFreedom")}
          </Button>
        </Group>
      </Stack>
    </fieldset>
  );
}

/** Small letters, digits and hyphens from the name; with a number where it is taken. */
function codeOf(name: string, taken: ReadonlySet<string>): string {
  const plain = name
    .toLowerCase()
    .normalize("NFD")
    .replace(/[\u0300-\u036f]/g, "")
    .replace(/[^a-z0-9]+/g, "-")
    .replace(/^[-0-9]+|-+$/g, "")
    .slice(0, 34);
  const base = plain === "" ? "freedom" : plain;
  for (let number = 1; ; number++) {
    const code = number === 1 ? base : `${base}-${number}`;
    if (!taken.has(code)) return code;
  }
}
