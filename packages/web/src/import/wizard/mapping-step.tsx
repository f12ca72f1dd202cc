import { Button, Group, Stack, Text } from "@mantine/core";
import { useTexts } from "../../i18n/index.ts";
import { ErrorState } from "../../ui/error-state.tsx";
import { InspectedFileCard } from "./inspected-file-card.tsx";
import type { ImportDraft } from "./use-import-draft.ts";

/** What was recognised in each file, with reasons; what is ambiguous is asked, never guessed. */
export function MappingStep({ draft }: { draft: ImportDraft }) {
  const { t } = useTexts();
  const readable = draft.files.filter((file) => file.refusal === null);
  const openQuestions = readable
    .flatMap((file) => file.questions)
    .filter((question) => question.code !== "mapping");
  const missing = readable.flatMap((file) => draft.missingFields(file));
  const isReady = readable.length > 0 && openQuestions.length === 0 && missing.length === 0;
  return (
    <Stack gap="md">
      {draft.inspectError === null ? null : (
        <ErrorState error={draft.inspectError} retry={() => draft.startInspection()} />
      )}
      {draft.files.map((file) => (
        <InspectedFileCard key={file.ref} file={file} draft={draft} />
      ))}
      <Group align="center">
        <Button variant="default" onClick={() => draft.goTo(0)}>
          {t("wizard.back")}
        </Button>
        <Button disabled={!isReady} loading={draft.isInspecting} onClick={() => draft.goTo(2)}>
          {t("wizard.toPreview")}
        </Button>
        {isReady ? null : (
          <Text size="sm" c="dimmed">
            {readable.length === 0
              ? t("wizard.nothingReadable")
              : openQuestions.length > 0
                ? t("wizard.questionsOpen")
                : t("wizard.fieldsMissing")}
          </Text>
        )}
      </Group>
    </Stack>
  );
}
