import type { ElementReport } from "@kleinod/engine/programme/offers/element-contract.ts";
import type { LeanOffer, LeanOfferInput } from "@kleinod/engine/programme/offers/offer-contract.ts";
import { elementRoles } from "@kleinod/engine/programme/offers/offer-states-contract.ts";
import { Button, Checkbox, Group, SegmentedControl, Stack, Text, TextInput } from "@mantine/core";
import { useQuery } from "@tanstack/react-query";
import { useState } from "react";
import { changeOffer, saveOffer } from "../../api/offer-queries.ts";
import { segmentListQuery } from "../../api/segment-queries.ts";
import { useTexts } from "../../i18n/index.ts";
import { useSpace } from "../../ui/use-space.ts";
import { AmountInput } from "./amount-input.tsx";
import { FreedomFields } from "./freedom-fields.tsx";
import { roleOfProposal } from "./role-of-proposal.ts";
import { useChange } from "./use-change.ts";

interface OfferFormProps {
  /** Null: a new one, which begins with the proposals. */
  offer: LeanOffer | null;
  elements: ElementReport;
  onDone: () => void;
}

/** A draft of a lean offer: contents element by element, what it costs us, and its degrees of freedom. */
export function OfferForm({ offer, elements, onDone }: OfferFormProps) {
  const { t } = useTexts();
  const space = useSpace();
  const change = useChange();
  const segments = useQuery(segmentListQuery(space));
  const [input, setInput] = useState<LeanOfferInput>(() => startOf(offer, elements));
  const active = segments.data?.segments.flatMap(({ code, active: held }) =>
    held === null ? [] : [{ code, name: held.name }],
  );
  const currency = elements.currency ?? "";
  const isComplete = input.name.trim() !== "" && input.forSegments.length > 0;
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault();
        if (!isComplete) return;
        change.run({
          run: async () => {
            const { code, draft } = await saveOffer(space, input);
            return () => changeOffer(space, code, "retire", draft === null ? {} : { version: draft.version });
          },
          done: t("catalogue.offers.saved", { name: input.name }),
          after: onDone,
        });
      }}
    >
      <Stack gap="md">
        <Text size="sm" c="dimmed">
          {t("catalogue.offerForm.hint")}
        </Text>
        <TextInput
          label={t("catalogue.offerForm.name")}
          value={input.name}
          maxLength={80}
          required
          data-autofocus
          onChange={(event) => setInput({ ...input, name: event.currentTarget.value })}
        />
        <Checkbox.Group
          label={t("catalogue.offerForm.segments")}
          value={input.forSegments}
          onChange={(forSegments) => setInput({ ...input, forSegments })}
        >
          <Stack gap="xs" mt={6}>
            <Checkbox value="small" label={t("catalogue.offerForm.allSmall")} />
            {(active ?? []).map(({ code, name }) => (
              <Checkbox key={code} value={code} label={name} />
            ))}
          </Stack>
        </Checkbox.Group>
        <fieldset style={{ border: 0, margin: 0, padding: 0 }}>
          <Text component="legend" fw={600} size="sm" mb={6}>
            {t("catalogue.offerForm.contents")}
          </Text>
          <Stack gap="xs">
            {input.contents.map(({ element, role }) => (
              <Group key={element} justify="space-between" gap="xs">
                <Text size="sm">{element}</Text>
                <SegmentedControl
                  size="xs"
                  aria-label={t("catalogue.offers.roleOf", { element })}
                  value={role}
                  data={elementRoles.map((value) => ({ value, label: t(`catalogue.offers.roles.${value}`) }))}
                  onChange={(value) => {
                    const next = elementRoles.find((known) => known === value) ?? role;
                    const contents = input.contents.map((row) =>
                      row.element === element ? { ...row, role: next } : row,
                    );
                    setInput({ ...input, contents });
                  }}
                />
              </Group>
            ))}
          </Stack>
        </fieldset>
        <Group gap="sm" align="flex-end">
          <AmountInput
            label={t("catalogue.offerForm.cost", { currency })}
            value={input.centsPerCustomerYear}
            scale={100}
            decimals={2}
            onChange={(centsPerCustomerYear) => setInput({ ...input, centsPerCustomerYear })}
          />
          <AmountInput
            label={t("catalogue.offerForm.touches")}
            value={input.manualTouches}
            decimals={1}
            onChange={(manualTouches) => setInput({ ...input, manualTouches })}
          />
        </Group>
        <FreedomFields
          freedoms={input.degreesOfFreedom}
          currency={currency}
          onChange={(degreesOfFreedom) => setInput({ ...input, degreesOfFreedom })}
        />
        <Button type="submit" disabled={!isComplete} loading={change.isPending}>
          {t("catalogue.offerForm.save")}
        </Button>
      </Stack>
    </form>
  );
}

/** Elements that came into use since an offer was drafted are listed too: they are not part of it yet. */
function startOf(offer: LeanOffer | null, { elements }: ElementReport): LeanOfferInput {
  if (offer === null) {
    return {
      name: "",
      contents: elements.map(({ element, proposal }) => ({ element, role: roleOfProposal(proposal) })),
      centsPerCustomerYear: null,
      manualTouches: null,
      forSegments: ["small"],
      degreesOfFreedom: [],
    };
  }
  const { code, name, contents, centsPerCustomerYear, manualTouches, forSegments, degreesOfFreedom } = offer;
  const known = new Set(contents.map(({ element }) => element));
  const added = elements.filter(({ element }) => !known.has(element));
  return {
    code,
    name,
    contents: [...contents, ...added.map(({ element }) => ({ element, role: "dropped" as const }))],
    centsPerCustomerYear,
    manualTouches,
    forSegments,
    degreesOfFreedom,
  };
}
