import { Group, Stack, Text, Title } from "@mantine/core";
import type { ReactNode } from "react";

interface EmptyStateProps {
  /** What is missing. */
  title: string;
  /** Why it matters. */
  why: string;
  /** The button that gets it. */
  action?: ReactNode;
}

export function EmptyState({ title, why, action }: EmptyStateProps) {
  return (
    <div className="k-card">
      <Stack gap="xs" align="flex-start" maw="44rem" py="md">
        <Title order={2}>{title}</Title>
        <Text c="dimmed">{why}</Text>
        {action === undefined ? null : <Group gap="xs">{action}</Group>}
      </Stack>
    </div>
  );
}
