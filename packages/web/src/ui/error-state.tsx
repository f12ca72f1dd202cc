import { Button, Group, Stack, Text, Title } from "@mantine/core";
import { IconCloudOff } from "@tabler/icons-react";
import { useRouter } from "@tanstack/react-router";
import { ApiError } from "../api/client.ts";
import { useTexts } from "../i18n/index.ts";
import { LinkButton } from "./link.tsx";

/** What happened, what was kept, what to do. */
export function ErrorState({ error, retry }: { error: unknown; retry: () => void }) {
  const { t } = useTexts();
  const unreachable = error instanceof ApiError && error.status === 0;
  const detail = error instanceof Error ? error.message : "";
  return (
    <div className="k-card" role="alert">
      <Stack gap="xs" align="flex-start">
        <Group gap="xs">
          <IconCloudOff size={20} stroke={1.6} aria-hidden />
          <Title order={2}>{unreachable ? t("errors.unreachable") : t("errors.title")}</Title>
        </Group>
        <Text size="sm">{unreachable ? t("errors.unreachableDetail") : detail}</Text>
        <Text size="sm" c="dimmed">
          {t("errors.kept")}
        </Text>
        <Button variant="light" onClick={retry}>
          {t("errors.retry")}
        </Button>
      </Stack>
    </div>
  );
}

/** A page that could not be shown: a bug of ours or a script that did not arrive. */
export function RouteError({ error, reset }: { error: unknown; reset: () => void }) {
  const router = useRouter();
  return (
    <ErrorState
      error={error}
      retry={() => {
        reset();
        void router.invalidate();
      }}
    />
  );
}

export function NotFound() {
  const { t } = useTexts();
  return (
    <Stack component="main" align="flex-start" p="xl">
      <Title order={1}>{t("errors.notFound")}</Title>
      <Text c="dimmed">{t("errors.notFoundDetail")}</Text>
      <LinkButton to="/" search={{ start: "1" }}>
        {t("errors.toStart")}
      </LinkButton>
    </Stack>
  );
}
