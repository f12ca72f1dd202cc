import type { Overview } from "@kleinod/engine/measures/reports.ts";
import { Button, Group, Modal, Text } from "@mantine/core";
import { useDisclosure } from "@mantine/hooks";
import { useTexts } from "../../i18n/index.ts";
import { SizeLineForm } from "../../segments/size-line-form.tsx";
import { useSpace } from "../../ui/use-space.ts";

/** Asked once: while only our proposal divides small from large, the page says so and offers the question. */
export function SizeLineNotice({
  sizeLine,
  currency,
}: {
  sizeLine: Overview["sizeLine"];
  currency: string | null;
}) {
  const { t, format } = useTexts();
  const space = useSpace();
  const [opened, { open, close }] = useDisclosure(false);
  return (
    <Group className="k-card" justify="space-between" gap="sm">
      <Text size="sm" maw="48rem">
        {sizeLine === null
          ? t("sizeLine.noneYet")
          : t("sizeLine.proposalInUse", { line: format.money(sizeLine.cents, currency) })}
      </Text>
      <Button variant="light" onClick={open}>
        {t("sizeLine.choose")}
      </Button>
      <Modal
        opened={opened}
        onClose={close}
        title={t("sizeLine.title")}
        size="lg"
        closeButtonProps={{ "aria-label": t("frame.close") }}
      >
        <SizeLineForm space={space} onDone={close} />
      </Modal>
    </Group>
  );
}
