import type { CaseType, Triangle } from "@kleinod/engine/measures/triangle/report-contract.ts";
import { Badge, Button, Group, Stack, Text } from "@mantine/core";
import { type Texts, useTexts } from "../../i18n/index.ts";
import { Section } from "../../ui/page.tsx";
import { groupCodeOf } from "./case-groups.ts";

interface TriangleFindingsProps {
  triangle: Triangle;
  nameOf: (type: CaseType) => string;
  onOpen: (code: string) => void;
}

interface Message {
  readonly code: string;
  readonly addressee: string;
  readonly sentence: string;
  readonly effectCents: number;
  readonly lowCents: number;
  readonly highCents: number;
  readonly isFailure: boolean;
}

const shown = 3;

/** The first things to say, each to the one who can change it; own failures go to the owner of the process. */
export function TriangleFindings({ triangle, nameOf, onOpen }: TriangleFindingsProps) {
  const { t, format, pick } = useTexts();
  const { findings, caseTypes, currency } = triangle;
  const first = firstOfEach(findings, caseTypes, nameOf, pick).slice(0, shown);
  const money = (cents: number) => format.moneyShort(cents, currency);
  return (
    <Section title={t("triangle.findings.title")}>
      <ol className="k-columns" data-narrow style={{ listStyle: "none", margin: 0, padding: 0 }}>
        {first.map((finding) => {
          const type = caseTypes.find((one) => one.code === finding.code);
          return (
            <li key={finding.code} className="k-card">
              <Stack gap={6} h="100%" justify="space-between" align="flex-start">
                <Stack gap={6}>
                  <Group gap="xs">
                    <Text size="sm" fw={600}>
                      {t("triangle.findings.to", { addressee: finding.addressee })}
                    </Text>
                    {finding.isFailure ? (
                      <Badge variant="light" color="amber" tt="none" fw={500}>
                        {t("triangle.findings.failure")}
                      </Badge>
                    ) : null}
                  </Group>
                  <Text>{finding.sentence}</Text>
                  <Text size="sm" c="dimmed">
                    {t("triangle.findings.expected", {
                      effect: money(finding.effectCents),
                      low: money(finding.lowCents),
                      high: money(finding.highCents),
                    })}
                  </Text>
                </Stack>
                <Button
                  variant="light"
                  size="compact-md"
                  className="k-no-print"
                  aria-label={
                    type === undefined ? undefined : t("triangle.types.open", { type: nameOf(type) })
                  }
                  onClick={() => onOpen(finding.code)}
                >
                  {t("triangle.findings.open")}
                </Button>
              </Stack>
            </li>
          );
        })}
      </ol>
    </Section>
  );
}

/**
 * One finding for each reason and channel, because the need fields of the same cause are one message to the same person;
 * after the findings of the report the case types with the next highest expectation.
 */
function firstOfEach(
  findings: Triangle["findings"],
  types: readonly CaseType[],
  nameOf: (type: CaseType) => string,
  pick: Texts["pick"],
): readonly Message[] {
  const said = findings.map(
    ({ caseType, addresseeLabel, sentence, effectCents, lowCents, highCents, isFailure }) => ({
      code: caseType,
      addressee: pick(addresseeLabel),
      sentence: pick(sentence),
      effectCents,
      lowCents,
      highCents,
      isFailure,
    }),
  );
  const next = types.map((type) => ({
    code: type.code,
    addressee: pick(type.addresseeLabel),
    sentence: `${nameOf(type)}: ${pick(type.cornerReason)}`,
    effectCents: type.effectCents,
    lowCents: type.lowCents,
    highCents: type.highCents,
    isFailure: false,
  }));
  const seen = new Set<string>();
  return [...said, ...next].filter(({ code }) => {
    const type = types.find((one) => one.code === code);
    const cause = type === undefined ? code : groupCodeOf(type);
    if (seen.has(cause)) return false;
    seen.add(cause);
    return true;
  });
}
