import { Anchor, Text } from "@mantine/core";
import { useTexts } from "../../i18n/index.ts";

interface PhoneLinkProps {
  phone: string | null;
  /** Whom to ask for, below it. */
  contactName?: string | null;
}

/** A number that a phone dials, or that there is none. */
export function PhoneLink({ phone, contactName = null }: PhoneLinkProps) {
  const { t } = useTexts();
  return (
    <>
      {phone === null ? (
        <Text span size="sm" c="dimmed">
          {t("quiet.noPhone")}
        </Text>
      ) : (
        <Anchor href={`tel:${phone.replace(/[^+\d]/g, "")}`} size="sm" style={{ whiteSpace: "nowrap" }}>
          {phone}
        </Anchor>
      )}
      {contactName === null ? null : (
        <Text size="xs" c="dimmed">
          {contactName}
        </Text>
      )}
    </>
  );
}
