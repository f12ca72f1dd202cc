import type { LeverOption, OptionParams } from "@kleinod/engine/programme/contracts/option-contract.ts";
import { Group, Text } from "@mantine/core";
import { useTexts } from "../../i18n/index.ts";
import { GiveTakeMark } from "../parts/give-take-mark.tsx";

/** What the option is, what the customer notices of it with these decisions, and how well it is known to work. */
export function OptionAbout({ option, params }: { option: LeverOption; params: OptionParams }) {
  const { t, pick } = useTexts();
  const kind = option.giveTake(params);
  return (
    <div>
      <Text fw={600}>
        {option.code} {pick(option.name)}
      </Text>
      <Text>{pick(option.description)}</Text>
      <Group gap={8} mt="xs" wrap="nowrap" align="flex-start" aria-live="polite">
        <span style={{ paddingTop: 3 }}>
          <GiveTakeMark kind={kind} />
        </span>
        <Text size="sm">
          <strong>{t(`programme.kinds.${kind}`)}</strong>: {pick(option.customerView)}
        </Text>
      </Group>
      <Text size="sm" c="dimmed" mt={4}>
        {t("programme.option.evidence", { grade: option.evidence.grade })} (
        {t(`programme.grades.${option.evidence.grade}`)}): {pick(option.evidence.text)}
      </Text>
    </div>
  );
}
