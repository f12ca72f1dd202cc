import type { CaseType, Triangle } from "@kleinod/engine/measures/triangle/report-contract.ts";
import { Badge, Button, Group, Stack, Text } from "@mantine/core";
import { useTexts } from "../../i18n/index.ts";
import { Section } from "../../ui/page.tsx";
import { groupCodeOf } from "./case-groups.ts";

interface TriangleFindingsProps {
  triangle: Triangle;
  nameOf: (type: CaseType) => string;
  onOpen: (code: string) => void;
}

const shown = 3;

/** The first things to say, each to the one who can change it; own failures go to the owner of the process. */
export function TriangleFindings({ triangle, nameOf, onOpen }: TriangleFindingsProps) {
  const { t, format, pick } = useTexts();
  const { findings, caseTypes, currency } = triangle;
  if (findings.length === 0) return null;
  const first = firstOfEach(findings, caseTypes).slice(0, shown);
  const money = (cents: number) => format.moneyShort(cents, currency);
  return (
    <Section title={t("triangle.findings.title")}>
      <ol className="k-columns" data-narrow style={{ listStyle: "none", margin: 0, padding: 0 }}>
        {first.map((finding) => {
          const type = caseTypes.find((one) => one.code === finding.caseType);
          return (
            <li key={finding.caseType} className="k-card">
              <Stack gap={6} h="100%" justify="space-between" align="flex-start">
                <Stack gap={6}>
                  <Group gap="xs">
                    <Text size="sm" fw={600}>
                      {t("triangle.findings.to", { addressee: pick(finding.addresseeLabel) })}
                    </Text>
                    {finding.isFailure ? (
                      <Badge variant="light" color="amber" tt="none" fw={500}>
                        {t("triangle.findings.failure")}
                      </Badge>
                    ) : null}
                  </Group>
                  <Text>{pick(finding.sentence)}</Text>
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
                  onClick={() => onOpen(finding.caseType)}
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

/** One finding for each reason and channel: the need fields of the same cause are one message to the same person. */
function firstOfEach(findings: Triangle["findings"], types: readonly CaseType[]): Triangle["findings"] {
  const seen = new Set<string>();
  return findings.filter(({ caseType }) => {
    const type = types.find((one) => one.code === caseType);
    const cause = type === undefined ? caseType : groupCodeOf(type);
    if (seen.has(cause)) return false;
    seen.add(cause);
    return true;
  });
}
