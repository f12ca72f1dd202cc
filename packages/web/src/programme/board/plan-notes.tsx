import type { PlanAnswer } from "@kleinod/engine/programme/plans/plans-contract.ts";
import { Stack, Text } from "@mantine/core";
import { useTexts } from "../../i18n/index.ts";
import { TextLink } from "../../ui/link.tsx";
import { useSpace } from "../../ui/use-space.ts";

interface PlanNotesProps extends Pick<PlanAnswer, "head" | "shown" | "notes"> {
  /** The draft began with a version that is no longer the newest. */
  isBehind: boolean;
}

/** What is worth knowing before one goes on: another version, an override, something in the plan that is gone. */
export function PlanNotes({ head, shown, notes, isBehind }: PlanNotesProps) {
  const { t, format, pick } = useTexts();
  const space = useSpace();
  const active = head.versions.find(({ state }) => state === "active");
  const newest = head.versions[0];
  const lines = [
    ...notes.map((note) => ({ key: `${note.place} ${note.code}`, text: pick(note.message) })),
    ...(isBehind ? [{ key: "behind", text: t("programme.board.behind") }] : []),
    ...(shown.override === null
      ? []
      : [
          {
            key: "override",
            text: t("programme.activation.overridden", {
              approver: shown.override.approver,
              reason: shown.override.reason,
              date: format.date(shown.override.reviewOn),
            }),
          },
        ]),
  ];
  const other = shown.version !== newest?.version ? newest : shown.state !== "active" ? active : undefined;
  if (lines.length === 0 && other === undefined) return null;
  return (
    <Stack gap={4} role="note">
      {lines.map(({ key, text }) => (
        <Text key={key} size="sm">
          {text}
        </Text>
      ))}
      {other === undefined ? null : (
        <Text size="sm">
          {t(other === newest ? "programme.board.newerVersion" : "programme.board.activeVersion", {
            version: String(other.version),
          })}{" "}
          <TextLink
            to="/$space/programme/$planId"
            params={{ space, planId: String(head.id) }}
            search={other === newest ? {} : { version: String(other.version) }}
          >
            {t("programme.board.showVersion", { version: String(other.version) })}
          </TextLink>
        </Text>
      )}
    </Stack>
  );
}
