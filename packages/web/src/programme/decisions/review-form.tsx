import type { ReviewInput } from "@kleinod/engine/programme/decisions/decision-contract.ts";
import { decisionVerdicts } from "@kleinod/engine/programme/decisions/decision-states-contract.ts";
import { Button, Group, Select, TextInput } from "@mantine/core";
import { useState } from "react";
import { addReview, newestId, undoReview } from "../../api/offer-queries.ts";
import { useTexts } from "../../i18n/index.ts";
import { useSpace } from "../../ui/use-space.ts";
import { useChange } from "../catalogue/use-change.ts";

interface ReviewFormProps {
  decisionId: number;
  today: string;
  onDone: () => void;
}

/** What the figures say, how to go on, and when to look again. */
export function ReviewForm({ decisionId, today, onDone }: ReviewFormProps) {
  const { t } = useTexts();
  const space = useSpace();
  const change = useChange();
  const [input, setInput] = useState<ReviewInput>({ verdict: "keep", note: "" });
  const [next, setNext] = useState("");
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault();
        change.run({
          run: async () => {
            const { decisions } = await addReview(space, decisionId, {
              ...input,
              ...(next === "" ? {} : { nextReviewOn: next }),
            });
            const id = newestId(decisions.flatMap(({ reviews }) => reviews));
            return () => undoReview(space, id);
          },
          done: t("decisionRecord.reviewForm.saved"),
          after: onDone,
        });
      }}
    >
      <Group align="flex-end" gap="sm" mt="sm">
        <Select
          label={t("decisionRecord.reviewForm.verdict")}
          data={decisionVerdicts.map((value) => ({ value, label: t(`decisionRecord.verdicts.${value}`) }))}
          value={input.verdict}
          allowDeselect={false}
          onChange={(value) =>
            setInput({
              ...input,
              verdict: decisionVerdicts.find((known) => known === value) ?? input.verdict,
            })
          }
          style={{ flex: "1 1 9rem" }}
        />
        <TextInput
          label={t("decisionRecord.reviewForm.note")}
          value={input.note}
          maxLength={1000}
          onChange={(event) => setInput({ ...input, note: event.currentTarget.value })}
          style={{ flex: "3 1 16rem" }}
        />
        <TextInput
          type="date"
          label={t("decisionRecord.reviewForm.next")}
          value={next}
          min={today}
          onChange={(event) => setNext(event.currentTarget.value)}
          style={{ flex: "1 1 10rem" }}
        />
        <Button type="submit" loading={change.isPending}>
          {t("decisionRecord.reviewForm.save")}
        </Button>
      </Group>
    </form>
  );
}
