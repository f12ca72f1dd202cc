import type { DeviationInput } from "@kleinod/engine/programme/deviations/deviation-contract.ts";
import type { OfferWithCheck } from "@kleinod/engine/programme/offers/catalogue-contract.ts";
import { Button, Group, Select, TextInput } from "@mantine/core";
import { useState } from "react";
import { addDeviation, newestId, undoDeviation } from "../../api/offer-queries.ts";
import { CustomerPicker } from "../../facts/captures/customer-picker.tsx";
import { useTexts } from "../../i18n/index.ts";
import { useSpace } from "../../ui/use-space.ts";
import { AmountInput } from "./amount-input.tsx";
import { useChange } from "./use-change.ts";

interface DeviationFormProps {
  offers: readonly OfferWithCheck[];
  currency: string | null;
  /** Today. */
  latest: string;
}

/** What was different and when are enough; minutes or money make the sums possible. */
export function DeviationForm({ offers, currency, latest }: DeviationFormProps) {
  const { t } = useTexts();
  const space = useSpace();
  const change = useChange();
  const empty: DeviationInput = {
    kind: "",
    customerId: null,
    offer: null,
    degreeOfFreedom: null,
    at: latest,
    minutes: null,
    cents: null,
    reason: "",
  };
  const [input, setInput] = useState(empty);
  const live = offers.flatMap(({ code, published, draft }) => {
    const shown = published ?? draft;
    return shown === null ? [] : [{ code, name: shown.name, freedoms: shown.degreesOfFreedom }];
  });
  const freedoms = live.find(({ code }) => code === input.offer)?.freedoms ?? [];
  const isComplete = input.kind.trim() !== "" && input.at !== "";
  return (
    <form
      className="k-card k-no-print"
      aria-label={t("catalogue.deviations.add")}
      onSubmit={(event) => {
        event.preventDefault();
        if (!isComplete) return;
        change.run({
          run: async () => {
            const { log } = await addDeviation(space, input);
            const id = newestId(log);
            return () => undoDeviation(space, id);
          },
          done: t("catalogue.deviations.saved"),
          // The next one is often of the same kind.
          after: () => setInput({ ...empty, kind: input.kind, offer: input.offer }),
        });
      }}
    >
      <Group align="flex-end" gap="sm">
        <TextInput
          label={t("catalogue.deviations.kind")}
          description={t("catalogue.deviations.kindHint")}
          value={input.kind}
          maxLength={80}
          onChange={(event) => setInput({ ...input, kind: event.currentTarget.value })}
          style={{ flex: "3 1 15rem" }}
        />
        <TextInput
          type="date"
          label={t("catalogue.deviations.at")}
          value={input.at}
          max={latest}
          onChange={(event) => setInput({ ...input, at: event.currentTarget.value })}
          style={{ flex: "1 1 9rem" }}
        />
        <AmountInput
          label={t("catalogue.deviations.minutes")}
          value={input.minutes}
          onChange={(minutes) => setInput({ ...input, minutes })}
        />
        <AmountInput
          label={t("catalogue.deviations.cents", { currency: currency ?? "" })}
          value={input.cents}
          scale={100}
          decimals={2}
          onChange={(cents) => setInput({ ...input, cents })}
        />
      </Group>
      <Group align="flex-end" gap="sm" mt="sm">
        <CustomerPicker
          label={t("catalogue.deviations.customer")}
          value={input.customerId}
          onChange={(customerId) => setInput({ ...input, customerId })}
        />
        {live.length === 0 ? null : (
          <Select
            label={t("catalogue.deviations.offer")}
            data={[
              { value: "", label: t("catalogue.deviations.noOffer") },
              ...live.map(({ code, name }) => ({ value: code, label: name })),
            ]}
            value={input.offer ?? ""}
            allowDeselect={false}
            onChange={(offer) =>
              setInput({ ...input, offer: offer === "" ? null : offer, degreeOfFreedom: null })
            }
            style={{ flex: "1 1 10rem" }}
          />
        )}
        {freedoms.length === 0 ? null : (
          <Select
            label={t("catalogue.deviations.freedom")}
            data={[
              { value: "", label: t("catalogue.deviations.noOffer") },
              ...freedoms.map(({ code, name }) => ({ value: code, label: name })),
            ]}
            value={input.degreeOfFreedom ?? ""}
            allowDeselect={false}
            onChange={(code) => setInput({ ...input, degreeOfFreedom: code === "" ? null : code })}
            style={{ flex: "1 1 10rem" }}
          />
        )}
        <TextInput
          label={t("catalogue.deviations.reason")}
          value={input.reason}
          maxLength={500}
          onChange={(event) => setInput({ ...input, reason: event.currentTarget.value })}
          style={{ flex: "2 1 12rem" }}
        />
        <Button type="submit" disabled={!isComplete} loading={change.isPending}>
          {t("catalogue.deviations.save")}
        </Button>
      </Group>
    </form>
  );
}
