import type { ColumnMapping, InspectedFile } from "@kleinod/engine/import/result.ts";
import { Select, Text } from "@mantine/core";
import { IconAlertTriangle } from "@tabler/icons-react";
import { useTexts } from "../../i18n/index.ts";
import { ScrollRegion } from "../../ui/scroll-region.tsx";
import type { ImportDraft } from "./use-import-draft.ts";

/** Column by column: what the file says, what it was taken for, how sure and why. */
export function MappingTable({ file, draft }: { file: InspectedFile; draft: ImportDraft }) {
  const { t } = useTexts();
  return (
    <ScrollRegion label={t("wizard.mappingOf", { file: file.file })}>
      <table className="k-table">
        <caption className="k-hidden">{t("wizard.mappingOf", { file: file.file })}</caption>
        <thead>
          <tr>
            <th scope="col">{t("wizard.column")}</th>
            <th scope="col">{t("wizard.sample")}</th>
            <th scope="col" style={{ width: "17rem" }}>
              {t("wizard.field")}
            </th>
            <th scope="col" className="k-number">
              {t("wizard.confidence")}
            </th>
            <th scope="col" style={{ width: "34%" }}>
              {t("wizard.reason")}
            </th>
          </tr>
        </thead>
        <tbody>
          {file.mapping.map((one) => (
            <MappingRow key={one.column} one={one} file={file} draft={draft} />
          ))}
        </tbody>
      </table>
    </ScrollRegion>
  );
}

function MappingRow({ one, file, draft }: { one: ColumnMapping; file: InspectedFile; draft: ImportDraft }) {
  const { t, format, pick } = useTexts();
  const field = draft.fieldOf(file, one.column);
  const isCorrected = field !== one.field;
  return (
    <tr style={{ height: 44 }}>
      <th scope="row" style={{ fontWeight: 600, color: "var(--k-ink)" }}>
        {one.column}
      </th>
      <td
        style={{ color: "var(--k-muted)", maxWidth: "16rem", overflow: "hidden", textOverflow: "ellipsis" }}
      >
        {one.sample.slice(0, 3).join(" · ")}
      </td>
      <td>
        <Select
          size="xs"
          aria-label={t("wizard.fieldFor", { column: one.column })}
          placeholder={t("wizard.notUsed")}
          clearable
          clearButtonProps={{ "aria-label": t("wizard.clearField", { column: one.column }) }}
          searchable
          value={field}
          data={file.fields.map((candidate) => ({
            value: candidate.code,
            label: pick(candidate.label) + (candidate.required ? " *" : ""),
          }))}
          onChange={(value) => draft.setField(file, one.column, value)}
        />
      </td>
      <td className="k-number">
        {isCorrected ? t("wizard.byHand") : one.field === null ? "–" : format.percent(one.confidence)}
      </td>
      <td>
        <Text size="xs" style={{ display: "flex", gap: 6, color: one.trap ? "inherit" : "var(--k-muted)" }}>
          {one.trap ? (
            <IconAlertTriangle
              size={16}
              color="var(--k-small)"
              style={{ flex: "none" }}
              aria-label={t("wizard.trap")}
            />
          ) : null}
          <span>{pick(one.reason)}</span>
        </Text>
      </td>
    </tr>
  );
}
