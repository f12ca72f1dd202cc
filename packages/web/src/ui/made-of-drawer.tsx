import { expectationContract } from "@kleinod/engine/measures/expectation/contract.ts";
import type { Explanation } from "@kleinod/engine/measures/reports.ts";
import { Accordion, Badge, Code, Drawer, List, Skeleton, Stack, Table, Text, Title } from "@mantine/core";
import { useQuery } from "@tanstack/react-query";
import { explanationQuery } from "../api/queries.ts";
import { useTexts } from "../i18n/index.ts";
import { ErrorState } from "./error-state.tsx";
import { LinkButton } from "./link.tsx";
import type { MadeOfTarget } from "./made-of.tsx";
import { useSpace } from "./use-space.ts";

/** Figures that come from the forecast. */
const expectations: ReadonlySet<string> = new Set(expectationContract.outputs.map(({ code }) => code));

interface MadeOfDrawerProps {
  target: MadeOfTarget;
  opened: boolean;
  onClose: () => void;
  /** When it is gone and the keyboard is to go back. */
  onClosed: () => void;
}

/** The contract of one figure, its inputs and parameters, and the way down to customers and documents. */
export function MadeOfDrawer({ target, opened, onClose, onClosed }: MadeOfDrawerProps) {
  const { t } = useTexts();
  const space = useSpace();
  const answer = useQuery(explanationQuery(space, target.code, target.customerId ?? null));
  return (
    <Drawer
      opened={opened}
      onClose={onClose}
      onExitTransitionEnd={onClosed}
      returnFocus={false}
      position="right"
      size="lg"
      title={<Text fw={600}>{t("madeOf.title")}</Text>}
      closeButtonProps={{ "aria-label": t("frame.close") }}
    >
      {answer.data !== undefined ? (
        <MadeOfContent explanation={answer.data} target={target} onClose={onClose} />
      ) : answer.isError ? (
        <ErrorState error={answer.error} retry={() => void answer.refetch()} />
      ) : (
        <Stack>
          <Skeleton height={24} width="70%" />
          <Skeleton height={120} />
        </Stack>
      )}
    </Drawer>
  );
}

function MadeOfContent({
  explanation,
  target,
  onClose,
}: {
  explanation: Explanation;
  target: MadeOfTarget;
  onClose: () => void;
}) {
  const { t, pick } = useTexts();
  const space = useSpace();
  const facts: readonly (readonly [string, string])[] = [
    [t("madeOf.unit"), explanation.unit],
    [t("madeOf.period"), explanation.period],
    [t("madeOf.unknown"), pick(explanation.nullRule)],
    [t("madeOf.inputs"), explanation.inputs.join(", ")],
    [t("madeOf.source"), pick(explanation.source)],
    [t("madeOf.tier"), explanation.dataTier],
  ];
  return (
    <Stack gap="md">
      <div>
        <Title order={2}>{pick(explanation.label)}</Title>
        <Text c="dimmed">{pick(explanation.question)}</Text>
      </div>
      <div>
        <Text size="sm" fw={600} mb={4}>
          {t("madeOf.formula")}
        </Text>
        <Code block style={{ whiteSpace: "pre-wrap" }}>
          {explanation.formula}
        </Code>
      </div>
      {explanation.findings.length > 0 ? (
        <div>
          <Text size="sm" fw={600} mb={4}>
            {t("madeOf.findings")}
          </Text>
          {explanation.findings.map((finding) => (
            <Text key={finding.en}>{pick(finding)}</Text>
          ))}
        </div>
      ) : null}
      <Table withRowBorders={false} verticalSpacing={4} layout="fixed">
        <Table.Tbody>
          {facts.map(([label, value]) => (
            <Table.Tr key={label}>
              <Table.Th w="34%" fw={500} c="dimmed" style={{ verticalAlign: "top" }}>
                {label}
              </Table.Th>
              <Table.Td>{value}</Table.Td>
            </Table.Tr>
          ))}
        </Table.Tbody>
      </Table>
      {explanation.parameters.length > 0 ? (
        <div>
          <Text size="sm" fw={600} mb={4}>
            {t("madeOf.parameters")}
          </Text>
          <List size="sm" spacing={4}>
            {explanation.parameters.map((parameter) => (
              <List.Item key={parameter.code}>
                <Code>{parameter.code}</Code> = {JSON.stringify(parameter.value)}
                {", "}
                {t("madeOf.version", { n: parameter.version })}{" "}
                {parameter.isAssumption ? (
                  <Badge size="sm" variant="light" color="amber" tt="none" fw={500}>
                    {t("madeOf.assumption")}
                  </Badge>
                ) : null}
              </List.Item>
            ))}
          </List>
        </div>
      ) : null}
      {explanation.limits.length > 0 ? (
        <div>
          <Text size="sm" fw={600} mb={4}>
            {t("madeOf.limits")}
          </Text>
          <List size="sm" spacing={4}>
            {explanation.limits.map((limit) => (
              <List.Item key={limit.en}>{pick(limit)}</List.Item>
            ))}
          </List>
        </div>
      ) : null}
      {target.customerId === undefined ? (
        <LinkButton
          to="/$space/customers"
          params={{ space }}
          search={{ sort: `-${explanation.code}`, columns: `name,city,sizeClass,${explanation.code}` }}
          variant="light"
          onClick={onClose}
        >
          {t("madeOf.toCustomers")}
        </LinkButton>
      ) : (
        <LinkButton
          to="/$space/customers/$id"
          params={{ space, id: String(target.customerId) }}
          hash="documents"
          variant="light"
          onClick={onClose}
        >
          {t("madeOf.toDocuments")}
        </LinkButton>
      )}
      {expectations.has(explanation.code) ? (
        <LinkButton to="/$space/forecast" params={{ space }} variant="light" onClick={onClose}>
          {t("forecast.link")}
        </LinkButton>
      ) : null}
      <Accordion variant="default">
        <Accordion.Item value="sql">
          <Accordion.Control>{t("madeOf.sql")}</Accordion.Control>
          <Accordion.Panel>
            <Code block tabIndex={0}>
              {explanation.sql}
            </Code>
          </Accordion.Panel>
        </Accordion.Item>
      </Accordion>
    </Stack>
  );
}
