import type { ImportKindCode, InspectedFile } from "@kleinod/engine/import/result.ts";
import { Badge, Group, Select, Stack, Text, Title } from "@mantine/core";
import { IconAlertTriangle } from "@tabler/icons-react";
import { useTexts } from "../../i18n/index.ts";
import { importKinds, useKindLabel } from "../labels.ts";
import { MappingTable } from "./mapping-table.tsx";
import { QuestionForm } from "./question-form.tsx";
import type { ImportDraft } from "./use-import-draft.ts";

/** One file: its kind, open questions, columns. A refused file says why in one sentence. */
export function InspectedFileCard({ file, draft }: { file: InspectedFile; draft: ImportDraft }) {
  const { t, format, pick } = useTexts();
  const kindLabel = useKindLabel();
  if (file.refusal !== null) {
    return (
      <section className="k-card" aria-label={file.file}>
        <Title order={2}>{file.file}</Title>
        <Text mt="xs">{pick(file.refusal)}</Text>
        <Text size="sm" c="dimmed" mt="xs">
          {t("wizard.refusedKept")}
        </Text>
      </section>
    );
  }
  const missing = draft.missingFields(file);
  const confidence = (kind: ImportKindCode) =>
    file.kindCandidates.find((candidate) => candidate.kind === kind)?.confidence;
  return (
    <section className="k-card" aria-label={file.file}>
      <Stack gap="md">
        <Group justify="space-between" align="flex-start">
          <div>
            <Title order={2}>{file.file}</Title>
            <Text size="sm" c="dimmed">
              {[
                format.bytes(file.bytes),
                ...(file.dialect === null
                  ? []
                  : [file.dialect.format, file.dialect.encoding, delimiterName(file.dialect.delimiter)]),
              ]
                .filter((part) => part !== "")
                .join(" · ")}
            </Text>
          </div>
          {file.savedMapping ? (
            <Badge variant="light" tt="none" fw={500}>
              {t("wizard.savedMapping")}
            </Badge>
          ) : null}
        </Group>
        <Select
          label={t("wizard.kind")}
          w={360}
          maw="100%"
          placeholder={t("wizard.kindPlaceholder")}
          value={file.kind}
          allowDeselect={false}
          disabled={draft.isInspecting}
          data={importKinds.map((kind) => {
            const share = confidence(kind);
            return {
              value: kind,
              label: share === undefined ? kindLabel(kind) : `${kindLabel(kind)} (${format.percent(share)})`,
            };
          })}
          onChange={(value) => {
            const kind = importKinds.find((code) => code === value);
            if (kind !== undefined) draft.setKind(file.ref, kind);
          }}
        />
        {file.questions
          .filter((question) => question.code !== "mapping" && question.code !== "kind")
          .map((question) => (
            <QuestionForm key={`${question.code}-${question.column}`} question={question} draft={draft} />
          ))}
        {missing.length > 0 ? (
          <Group gap="xs" wrap="nowrap" align="flex-start">
            <IconAlertTriangle size={20} stroke={1.6} color="var(--k-small)" aria-hidden />
            <Text size="sm">
              {t("wizard.missing", { fields: missing.map((field) => pick(field.label)).join(", ") })}
            </Text>
          </Group>
        ) : null}
        <MappingTable file={file} draft={draft} />
      </Stack>
    </section>
  );
}

/** A tab and a space cannot be seen; they are named. */
function delimiterName(delimiter: string): string {
  if (delimiter === "\t") return "Tab";
  return delimiter === "" ? "" : `«${delimiter}»`;
}
