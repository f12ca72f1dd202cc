import { Button, List, Popover, Stack, Text, ThemeIcon } from "@mantine/core";
import { IconCheck, IconCircleDashed, IconStairs } from "@tabler/icons-react";
import type { Space } from "../api/types.ts";
import { useTexts } from "../i18n/index.ts";
import { LinkButton } from "./link.tsx";

export const dataTiers = ["T0", "T1", "T2", "T3", "T4"] as const;
type DataTier = (typeof dataTiers)[number];

/** What the figures rest on, in plain words; a click shows the ladder of what the next data would bring. */
export function DataBadge({ space, tier }: { space: Space; tier: string }) {
  const { t } = useTexts();
  const reached = Math.max(0, dataTiers.indexOf(tier as DataTier));
  const current = dataTiers[reached] ?? "T0";
  return (
    <Popover width={380} position="bottom-end" withArrow shadow="md" trapFocus>
      <Popover.Target>
        <Button
          variant="light"
          size="compact-md"
          fw={500}
          leftSection={<IconStairs size={16} stroke={1.6} />}
          visibleFrom="md"
        >
          {t(`tiers.${current}.badge`)}
        </Button>
      </Popover.Target>
      <Popover.Dropdown aria-label={t("tiers.title")}>
        <Stack gap="xs">
          <Text fw={600}>{t("tiers.title")}</Text>
          <List spacing="xs" size="sm" center={false}>
            {dataTiers.map((step, index) => (
              <List.Item
                key={step}
                icon={
                  <ThemeIcon size={20} radius="xl" variant={index <= reached ? "filled" : "default"}>
                    {index <= reached ? <IconCheck size={13} /> : <IconCircleDashed size={13} />}
                  </ThemeIcon>
                }
              >
                <Text size="sm" fw={index === reached ? 600 : 400}>
                  {t(`tiers.${step}.name`)}
                </Text>
                <Text size="xs" c="dimmed">
                  {t(`tiers.${step}.brings`)}
                </Text>
              </List.Item>
            ))}
          </List>
          {space === "company" ? (
            <LinkButton to="/$space/data/import" params={{ space }} size="xs" variant="light">
              {t("frame.addData")}
            </LinkButton>
          ) : null}
        </Stack>
      </Popover.Dropdown>
    </Popover>
  );
}
