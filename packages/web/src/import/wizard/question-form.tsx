import type { ImportQuestion } from "@kleinod/engine/import/result.ts";
import { Button, Code, Group, Radio, Stack, Text, TextInput } from "@mantine/core";
import { useState } from "react";
import { useTexts } from "../../i18n/index.ts";
import type { DraftOptions, ImportDraft } from "./use-import-draft.ts";

/** One open question with examples from the file. Nothing of the file is applied until it is answered. */
export function QuestionForm({ question, draft }: { question: ImportQuestion; draft: ImportDraft }) {
  const { t, locale, pick } = useTexts();
  const titles: Readonly<Record<string, string>> = t("wizard.questions", {
    returnObjects: true,
    lng: locale,
  });
  const names: Readonly<Record<string, string>> = t("wizard.candidates", {
    returnObjects: true,
    lng: locale,
  });
  const title = titles[question.code] ?? pick(question.messages);
  const [answer, setAnswer] = useState("");
  const apply = () => {
    const options = optionsOf(question, answer.trim());
    if (options !== null) draft.setOptions(options, true);
  };
  return (
    <div style={{ borderLeft: "3px solid var(--k-small-soft)", paddingLeft: 16 }}>
      <Stack gap="xs" align="flex-start">
        <Text fw={600}>
          {title}
          {question.column === null ? "" : ` (${question.column})`}
        </Text>
        {question.examples.length > 0 ? (
          <Group gap={6}>
            <Text size="sm" c="dimmed">
              {t("wizard.inTheFile")}
            </Text>
            {question.examples.slice(0, 5).map((example) => (
              <Code key={example}>{example}</Code>
            ))}
          </Group>
        ) : null}
        {question.candidates.length > 0 ? (
          <Radio.Group value={answer} onChange={setAnswer} aria-label={title}>
            <Stack gap={6}>
              {question.candidates.map((candidate) => (
                <Radio key={candidate} value={candidate} label={names[candidate] ?? candidate} />
              ))}
            </Stack>
          </Radio.Group>
        ) : null}
        {question.code === "currency" ? (
          <TextInput
            value={question.candidates.includes(answer) ? "" : answer}
            onChange={(event) => setAnswer(event.currentTarget.value.toUpperCase())}
            label={t("wizard.otherCurrency")}
            maxLength={3}
            w={160}
          />
        ) : null}
        <Button
          size="xs"
          disabled={optionsOf(question, answer.trim()) === null}
          loading={draft.isInspecting}
          onClick={apply}
        >
          {t("wizard.answer")}
        </Button>
      </Stack>
    </div>
  );
}

function optionsOf(question: ImportQuestion, answer: string): DraftOptions | null {
  switch (question.code) {
    case "dateFormat":
      return answer === "" ? null : { dateFormat: answer };
    case "decimal":
      return answer === "." || answer === "," ? { decimal: answer } : null;
    case "currency":
      return /^[A-Z]{3}$/.test(answer) ? { currency: answer } : null;
    case "kind":
    case "mapping":
      // Answered by the selects of the file, not here.
      return null;
  }
}
