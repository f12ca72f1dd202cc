import type { TransferInput } from "@kleinod/engine/programme/offers/transfer-contract.ts";
import { Button, Group, TextInput } from "@mantine/core";
import { useState } from "react";
import { addTransfer, newestId, undoTransfer } from "../../api/offer-queries.ts";
import { useTexts } from "../../i18n/index.ts";
import { useSpace } from "../../ui/use-space.ts";
import { AmountInput } from "./amount-input.tsx";
import { useChange } from "./use-change.ts";

interface TransferFormProps {
  currency: string | null;
  /** Today: a practice cannot have moved later. */
  latest: string;
}

/** Practice, from, to and day are enough; an effect only where somebody knows one. */
export function TransferForm({ currency, latest }: TransferFormProps) {
  const { t } = useTexts();
  const space = useSpace();
  const change = useChange();
  const empty = { practice: "", from: "", to: "", movedOn: latest, note: "" };
  const [values, setValues] = useState(empty);
  const [mid, setMid] = useState<number | null>(null);
  const [low, setLow] = useState<number | null>(null);
  const [high, setHigh] = useState<number | null>(null);
  const isComplete = [values.practice, values.from, values.to, values.movedOn].every(
    (text) => text.trim() !== "",
  );
  const input: TransferInput = {
    ...values,
    effect:
      mid === null ? null : { cents: mid, low: Math.min(low ?? mid, mid), high: Math.max(high ?? mid, mid) },
  };
  const field = (name: keyof typeof empty, label: string, flex: string, type = "text") => (
    <TextInput
      type={type}
      label={label}
      value={values[name]}
      maxLength={name === "note" ? 500 : 80}
      {...(type === "date" ? { max: latest } : {})}
      onChange={(event) => setValues({ ...values, [name]: event.currentTarget.value })}
      style={{ flex }}
    />
  );
  const unit = currency ?? "";
  return (
    <form
      className="k-card k-no-print"
      aria-label={t("catalogue.transfers.add")}
      onSubmit={(event) => {
        event.preventDefault();
        if (!isComplete) return;
        change.run({
          run: async () => {
            const { moved, earlier } = await addTransfer(space, input);
            const id = newestId([...moved, ...earlier]);
            return () => undoTransfer(space, id);
          },
          done: t("catalogue.transfers.saved"),
          after: () => {
            setValues(empty);
            setMid(null);
            setLow(null);
            setHigh(null);
          },
        });
      }}
    >
      <Group align="flex-end" gap="sm">
        {field("practice", t("catalogue.transfers.practice"), "3 1 16rem")}
        {field("from", t("catalogue.transfers.from"), "1 1 9rem")}
        {field("to", t("catalogue.transfers.to"), "1 1 9rem")}
        {field("movedOn", t("catalogue.transfers.movedOn"), "1 1 9rem", "date")}
      </Group>
      <Group align="flex-end" gap="sm" mt="sm">
        <AmountInput
          label={t("catalogue.transfers.mid", { currency: unit })}
          value={mid}
          onChange={setMid}
          scale={100}
          allowNegative
        />
        <AmountInput
          label={t("catalogue.transfers.low")}
          value={low}
          onChange={setLow}
          scale={100}
          allowNegative
        />
        <AmountInput
          label={t("catalogue.transfers.high")}
          value={high}
          onChange={setHigh}
          scale={100}
          allowNegative
        />
        {field("note", t("catalogue.transfers.note"), "2 1 12rem")}
        <Button type="submit" disabled={!isComplete} loading={change.isPending}>
          {t("catalogue.transfers.save")}
        </Button>
      </Group>
      <p className="k-note">{t("catalogue.transfers.effectHint")}</p>
    </form>
  );
}
