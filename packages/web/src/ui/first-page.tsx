import type { Job } from "@kleinod/engine/import/history.ts";
import { Button, Group, Stack, Text, Title } from "@mantine/core";
import { IconArrowRight } from "@tabler/icons-react";
import { useQuery } from "@tanstack/react-query";
import { useNavigate } from "@tanstack/react-router";
import { useState } from "react";
import { call } from "../api/client.ts";
import { statusQuery } from "../api/queries.ts";
import { useTexts } from "../i18n/index.ts";
import { BrandMark } from "./brand-mark.tsx";
import { ErrorState } from "./error-state.tsx";
import { JobProgress } from "./job-progress.tsx";
import { useJob, useStartJob, useWhenDone } from "./jobs.ts";
import { LanguageMenu } from "./language-menu.tsx";
import { LinkButton } from "./link.tsx";
import { ThemeButton } from "./theme-button.tsx";

/** The first choice: look at the example, or start with own files. */
export function FirstPage() {
  const { t } = useTexts();
  const company = useQuery(statusQuery("company"));
  const hasData = company.data?.hasData === true;
  return (
    <div className="k-page" style={{ margin: "0 auto", maxWidth: "64rem" }}>
      <Group component="header" justify="space-between">
        <Group gap="xs">
          <BrandMark size={28} />
          <Text fw={650} size="lg">
            Kleinod
          </Text>
        </Group>
        <Group gap={4}>
          <LanguageMenu />
          <ThemeButton />
        </Group>
      </Group>
      <main id="page">
        <Stack gap="xl" mt="xl">
          <div>
            <Title order={1} fz="2rem" lh={1.25} maw="44rem">
              {t("first.title")}
            </Title>
            <Text size="lg" c="dimmed" mt="sm" maw="44rem">
              {t("first.lead")}
            </Text>
          </div>
          {company.isError ? <ErrorState error={company.error} retry={() => void company.refetch()} /> : null}
          {hasData ? (
            <LinkButton
              to="/$space/overview"
              params={{ space: "company" }}
              size="md"
              w="fit-content"
              rightSection={<IconArrowRight size={18} />}
            >
              {t("first.continue")}
            </LinkButton>
          ) : null}
          <div className="k-columns">
            <ExampleCard />
            <section className="k-card" aria-label={t("first.own")}>
              <Stack gap="sm" align="flex-start" h="100%">
                <Title order={2}>{t("first.own")}</Title>
                <Text>{t("first.ownText")}</Text>
                <Text size="sm" c="dimmed">
                  {t("first.ownLocal")}
                </Text>
                <LinkButton
                  to="/$space/data/import"
                  params={{ space: "company" }}
                  variant={hasData ? "light" : "filled"}
                  mt="auto"
                >
                  {hasData ? t("first.ownMore") : t("first.ownStart")}
                </LinkButton>
              </Stack>
            </section>
          </div>
        </Stack>
      </main>
    </div>
  );
}

function ExampleCard() {
  const { t } = useTexts();
  const navigate = useNavigate();
  const example = useQuery(statusQuery("example"));
  const [jobId, setJobId] = useState<string | null>(null);
  const running = example.data?.jobs.find((job) => job.state === "running") ?? null;
  const job = useJob("example", jobId ?? running?.id ?? null).data;
  const show = () => void navigate({ to: "/$space/overview", params: { space: "example" } });
  const prepare = useStartJob("example", () => call<Job>("/example", "example", { method: "POST" }));
  useWhenDone(jobId === null ? undefined : job, show);
  const start = () => {
    if (example.data?.exampleReady) show();
    else prepare.mutate(undefined, { onSuccess: (started) => setJobId(started.id) });
  };
  return (
    <section className="k-card" aria-label={t("first.example")}>
      <Stack gap="sm" align="flex-start" h="100%">
        <Title order={2}>{t("first.example")}</Title>
        <Text>{t("first.exampleText")}</Text>
        {job !== undefined && job.state !== "done" ? (
          <div style={{ width: "100%" }}>
            <JobProgress space="example" job={job} />
          </div>
        ) : null}
        {prepare.isError ? <ErrorState error={prepare.error} retry={start} /> : null}
        <Button
          mt="auto"
          variant="light"
          onClick={start}
          loading={prepare.isPending}
          disabled={job?.state === "running"}
        >
          {t("first.exampleStart")}
        </Button>
      </Stack>
    </section>
  );
}
