import type { Segment, SegmentVersion } from "@kleinod/engine/segments/overlays/contract.ts";
import { Text } from "@mantine/core";
import { useTexts } from "../i18n/index.ts";
import { LinkButton } from "../ui/link.tsx";
import { useSpace } from "../ui/use-space.ts";

/** Versions that were kept and do not count yet. */
export function SegmentDrafts({ segments }: { segments: readonly Segment[] }) {
  const { t, pick } = useTexts();
  const space = useSpace();
  const drafts = segments
    .map(({ draft }) => draft)
    .filter((draft): draft is SegmentVersion => draft !== null);
  return (
    <ul style={{ listStyle: "none", margin: 0, padding: 0, display: "grid", gap: 12 }}>
      {drafts.map((draft) => (
        <li
          key={draft.code}
          className="k-card"
          style={{ display: "flex", gap: 16, justifyContent: "space-between", flexWrap: "wrap" }}
        >
          <div>
            <Text fw={600}>{draft.name}</Text>
            <Text size="sm" c="dimmed">
              {pick(draft.definitionText)}
            </Text>
          </div>
          <LinkButton
            to="/$space/segments/build"
            params={{ space }}
            search={{ code: draft.code }}
            variant="default"
            size="compact-md"
          >
            {t("segments.edit")}
          </LinkButton>
        </li>
      ))}
    </ul>
  );
}
