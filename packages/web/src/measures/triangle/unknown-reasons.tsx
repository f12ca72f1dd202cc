import type { Triangle } from "@kleinod/engine/measures/triangle/report-contract.ts";
import { Text } from "@mantine/core";
import { useTexts } from "../../i18n/index.ts";
import { LinkButton } from "../../ui/link.tsx";
import { Section } from "../../ui/page.tsx";
import { useSpace } from "../../ui/use-space.ts";

const shown = 12;

/** Reasons that no rule knows, most contacts first, and where to tell failure from need. */
export function UnknownReasons({ reasons }: { reasons: Triangle["unknownReasons"] }) {
  const { t, format } = useTexts();
  const space = useSpace();
  return (
    <Section
      title={t("triangle.unknownReasons.title")}
      hint={t("triangle.unknownReasons.hint")}
      actions={
        <LinkButton
          to="/$space/data/parameters"
          params={{ space }}
          search={{ edit: "demand.byReason" }}
          variant="light"
          className="k-no-print"
        >
          {t("triangle.unknownReasons.action")}
        </LinkButton>
      }
    >
      <div className="k-card">
        {reasons.slice(0, shown).map(({ reason, contacts }) => (
          <Text key={reason} size="sm" component="span" mr="lg" style={{ display: "inline-block" }}>
            {reason}{" "}
            <Text span c="dimmed">
              {t("triangle.unknownReasons.contacts", { n: format.count(contacts) })}
            </Text>
          </Text>
        ))}
      </div>
    </Section>
  );
}
