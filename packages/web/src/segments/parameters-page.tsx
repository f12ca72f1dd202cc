import { Badge, Button, Drawer, Group, Text, TextInput } from "@mantine/core";
import { useDebouncedCallback } from "@mantine/hooks";
import { IconSearch } from "@tabler/icons-react";
import { useQuery } from "@tanstack/react-query";
import { useNavigate, useSearch } from "@tanstack/react-router";
import { Fragment } from "react";
import { parametersQuery, statusQuery } from "../api/queries.ts";
import type { Parameter } from "../api/types.ts";
import { useTexts } from "../i18n/index.ts";
import { ErrorState } from "../ui/error-state.tsx";
import { Page, PageSkeleton } from "../ui/page.tsx";
import { ScrollRegion } from "../ui/scroll-region.tsx";
import { useSpace } from "../ui/use-space.ts";
import { ParameterForm } from "./parameter-form.tsx";
import { parameterText } from "./parameter-text.ts";
import { parameterTopics } from "./parameter-topics.ts";

/** The numbers that people may change. A change shows its consequences before it holds. */
export function ParametersPage() {
  const { t, format, pick } = useTexts();
  const space = useSpace();
  const navigate = useNavigate({ from: "/$space/data/parameters" });
  const { edit, q } = useSearch({ from: "/$space/data/parameters" });
  const status = useQuery(statusQuery(space));
  const parameters = useQuery(parametersQuery(space));
  const open = (code: string | undefined) =>
    void navigate({ search: (search) => ({ ...search, edit: code }), replace: code === undefined });
  const find = useDebouncedCallback(
    (text: string) =>
      void navigate({ search: (search) => ({ ...search, q: text || undefined }), replace: true }),
    200,
  );
  if (parameters.isError)
    return <ErrorState error={parameters.error} retry={() => void parameters.refetch()} />;
  if (parameters.data === undefined) return <PageSkeleton />;
  const list = parameters.data.parameters;
  const assumptions = list.filter((parameter) => parameter.isAssumption).length;
  const entries = (n: number) => t("parameters.entries", { n: format.count(n) });
  const words = (q ?? "").toLowerCase();
  const found = list.filter((parameter) =>
    [parameter.code, pick(parameter.label), pick(parameter.description)].some((text) =>
      text.toLowerCase().includes(words),
    ),
  );
  const topics = parameterTopics(found);
  const edited = list.find((parameter) => parameter.code === edit) ?? null;
  const currency = status.data?.currency ?? null;
  return (
    <Page
      title={t("parameters.title")}
      sentence={t("parameters.sentence", {
        count: assumptions,
        n: format.count(list.length),
        assumptions: format.count(assumptions),
      })}
      note={t("parameters.note")}
    >
      <TextInput
        className="k-no-print"
        defaultValue={q ?? ""}
        onChange={(event) => find(event.currentTarget.value)}
        leftSection={<IconSearch size={16} />}
        placeholder={t("parameters.find")}
        aria-label={t("parameters.find")}
        maw={320}
      />
      {found.length === 0 ? <Text c="dimmed">{t("parameters.none")}</Text> : null}
      <ScrollRegion label={t("parameters.title")}>
        <table className="k-table">
          <caption className="k-hidden">{t("parameters.title")}</caption>
          <thead>
            <tr>
              <th scope="col">{t("parameters.parameter")}</th>
              <th scope="col" className="k-number">
                {t("parameters.value")}
              </th>
              <th scope="col">{t("parameters.origin")}</th>
              <th scope="col">{t("parameters.changed")}</th>
              <th scope="col">{t("import.change")}</th>
            </tr>
          </thead>
          <tbody>
            {topics.map(({ topic, parameters: inTopic }) => (
              <Fragment key={topic}>
                <tr>
                  <th scope="colgroup" colSpan={5} style={{ paddingTop: 18 }}>
                    {t(`parameters.topics.${topic}`)}
                  </th>
                </tr>
                {inTopic.map((parameter) => (
                  <tr key={parameter.code} style={{ height: 56 }}>
                    <th scope="row" style={{ fontWeight: 400 }}>
                      <Text size="sm" fw={600}>
                        {pick(parameter.label)}
                      </Text>
                      <Text size="xs" c="dimmed">
                        {pick(parameter.description)}
                      </Text>
                    </th>
                    <td className="k-number">
                      {parameterText(parameter, currency, format, entries) ?? t("parameters.empty")}
                    </td>
                    <td>
                      <Origin parameter={parameter} />
                    </td>
                    <td>
                      {parameter.validFrom === null ? "–" : format.instant(parameter.validFrom)}
                      {parameter.reason === null ? null : (
                        <Text size="xs" c="dimmed">
                          {parameter.reason}
                        </Text>
                      )}
                    </td>
                    <td>
                      <Button
                        size="compact-sm"
                        variant="default"
                        onClick={() => open(parameter.code)}
                        aria-label={t("parameters.editNamed", { name: pick(parameter.label) })}
                      >
                        {t("parameters.edit")}
                      </Button>
                    </td>
                  </tr>
                ))}
              </Fragment>
            ))}
          </tbody>
        </table>
      </ScrollRegion>
      <Drawer
        opened={edited !== null}
        onClose={() => open(undefined)}
        position="right"
        size="xl"
        title={edited === null ? "" : pick(edited.label)}
        closeButtonProps={{ "aria-label": t("frame.close") }}
      >
        {edited === null ? null : (
          <ParameterForm
            key={edited.code}
            space={space}
            parameter={edited}
            currency={currency}
            onDone={() => open(undefined)}
          />
        )}
      </Drawer>
    </Page>
  );
}

function Origin({ parameter }: { parameter: Parameter }) {
  const { t } = useTexts();
  return (
    <Group gap={6}>
      {parameter.isAssumption ? (
        <Badge variant="light" color="amber" tt="none" fw={500}>
          {t("madeOf.assumption")}
        </Badge>
      ) : null}
      <Text size="sm" c="dimmed">
        {parameter.isDefault ? t("parameters.default") : (parameter.author ?? t("parameters.own"))}
      </Text>
    </Group>
  );
}
