import { Group, Text } from "@mantine/core";
import { useTexts } from "../../i18n/index.ts";
import { TextLink } from "../../ui/link.tsx";
import { useSpace } from "../../ui/use-space.ts";

const pages = ["simulation", "doubling", "optimiser", "rules"] as const;

/** Where the plan is counted. These pages read what is saved, not the draft. */
export function PlanLinks({ planId, isChanged }: { planId: number; isChanged: boolean }) {
  const { t } = useTexts();
  const space = useSpace();
  return (
    <Group gap="md" className="k-no-print">
      <Text size="sm" c="dimmed">
        {isChanged ? t("programme.links.labelChanged") : t("programme.links.label")}
      </Text>
      {pages.map((page) => (
        <TextLink
          key={page}
          to={`/$space/programme/${page}`}
          params={{ space }}
          search={{ plan: String(planId) }}
        >
          {t(`programme.links.${page}`)}
        </TextLink>
      ))}
    </Group>
  );
}
