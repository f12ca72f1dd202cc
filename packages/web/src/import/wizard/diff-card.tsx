import type { BatchResult } from "@kleinod/engine/import/result.ts";
import { List, Stack, Text, Title } from "@mantine/core";
import { useFieldLabel } from "../../facts/known-shares.tsx";
import { useTexts } from "../../i18n/index.ts";
import { enumLabel } from "../../measures/cell-value.tsx";
import { ProblemsTable } from "../batch-details.tsx";
import { refusalText, useKindLabel } from "../labels.ts";
import { RowCounts } from "../row-counts.tsx";

const shownSamples = 8;

/** What an import would do, before it does: new, changed with fields, vanished, who would change size class. */
export function DiffCard({ batch }: { batch: BatchResult }) {
  const texts = useTexts();
  const { t, format, pick } = texts;
  const kindLabel = useKindLabel();
  const fieldLabel = useFieldLabel();
  const { diff } = batch;
  const fields = Object.entries(diff?.changed.fields ?? {}).sort(([, a], [, b]) => b - a);
  return (
    <section className="k-card" aria-label={batch.file}>
      <Stack gap="md">
        <div>
          <Title order={2}>{batch.file}</Title>
          <Text size="sm" c="dimmed">
            {kindLabel(batch.kind)}
          </Text>
        </div>
        {batch.status === "refused" ? (
          <Text>{refusalText(batch, pick) ?? t("wizard.refusedKept")}</Text>
        ) : (
          <RowCounts batch={batch} />
        )}
        {diff === null ? null : (
          <List size="sm" spacing={6}>
            <List.Item>
              {t("wizard.diff.created", { n: format.count(diff.created.total) })}
              <Samples samples={diff.created.sample} total={diff.created.total} />
            </List.Item>
            <List.Item>
              {t("wizard.diff.changed", { n: format.count(diff.changed.total) })}
              {fields.length === 0
                ? null
                : ` ${t("wizard.diff.fields")} ${fields
                    .map(([field, count]) => `${fieldLabel(field)} (${format.count(count)})`)
                    .join(", ")}`}
              <Samples
                samples={diff.changed.sample.map(
                  (one) =>
                    `${one.key}: ${fieldLabel(one.field)} «${one.before ?? "–"}» → «${one.after ?? "–"}»`,
                )}
                total={diff.changed.total}
              />
            </List.Item>
            {batch.mode === "full" ? (
              <List.Item>
                {t("wizard.diff.vanished", { n: format.count(diff.vanished.total) })}
                <Samples samples={diff.vanished.sample} total={diff.vanished.total} />
              </List.Item>
            ) : null}
            <List.Item>
              {diff.sizeClassChanges === null
                ? t("wizard.diff.noSizeLine")
                : t("wizard.diff.sizeClass", { n: format.count(diff.sizeClassChanges.total) })}
              {diff.sizeClassChanges === null ? null : (
                <Samples
                  samples={diff.sizeClassChanges.sample.map(
                    (one) =>
                      `${one.customer}: ${enumLabel(one.before, texts)} → ${enumLabel(one.after, texts)}`,
                  )}
                  total={diff.sizeClassChanges.total}
                />
              )}
            </List.Item>
          </List>
        )}
        {batch.problems.length === 0 ? null : (
          <div>
            <Title order={3} mb="xs">
              {t("import.problems", { n: format.count(batch.problemsTotal) })}
            </Title>
            <ProblemsTable problems={batch.problems.slice(0, 200)} />
          </div>
        )}
      </Stack>
    </section>
  );
}

function Samples({ samples, total }: { samples: readonly string[]; total: number }) {
  const { t, format } = useTexts();
  if (samples.length === 0) return null;
  const shown = samples.slice(0, shownSamples);
  return (
    <Text size="xs" c="dimmed">
      {shown.join("; ")}
      {total > shown.length ? ` ${t("wizard.diff.more", { n: format.count(total - shown.length) })}` : ""}
    </Text>
  );
}
