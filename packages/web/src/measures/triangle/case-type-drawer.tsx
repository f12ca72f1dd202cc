import type { CaseType } from "@kleinod/engine/measures/triangle/report-contract.ts";
import { Drawer, Stack, Text, Title } from "@mantine/core";
import { useTexts } from "../../i18n/index.ts";
import { CaseTypeCustomers } from "./case-type-customers.tsx";
import { DemandSplit } from "./demand-split.tsx";
import { MeansList } from "./means-list.tsx";

interface CaseTypeDrawerProps {
  type: CaseType | null;
  nameOf: (type: CaseType) => string;
  currency: string | null;
  onClose: () => void;
}

/** One case type: why this corner, failure against need, the means, and the customers it concerns. */
export function CaseTypeDrawer({ type, nameOf, currency, onClose }: CaseTypeDrawerProps) {
  const { t, format, pick } = useTexts();
  return (
    <Drawer
      opened={type !== null}
      onClose={onClose}
      position="right"
      size="xl"
      title={<Text fw={600}>{type === null ? "" : nameOf(type)}</Text>}
      closeButtonProps={{ "aria-label": t("frame.close") }}
    >
      {type === null ? null : (
        <Stack gap="lg">
          <Text size="sm" c="dimmed">
            {t("triangle.detail.facts", {
              contacts: format.count(type.contacts),
              minutes: format.count(Math.round(type.minutes)),
              transfers: format.count(type.transfers),
              reopenings: format.count(type.reopenings),
            })}
          </Text>
          <div>
            <Title order={2}>{capitalised(t(`triangle.corners.${type.corner}`))}</Title>
            <Text>{pick(type.cornerReason)}</Text>
          </div>
          <DemandSplit type={type} />
          <MeansList means={type.means} currency={currency} />
          <CaseTypeCustomers code={type.code} />
        </Stack>
      )}
    </Drawer>
  );
}

function capitalised(text: string): string {
  return text.charAt(0).toLocaleUpperCase() + text.slice(1);
}
