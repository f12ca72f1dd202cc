import { Button } from "@mantine/core";
import { apiUrl } from "../../api/client.ts";
import { useTexts } from "../../i18n/index.ts";
import { EmptyState } from "../../ui/empty-state.tsx";
import { LinkButton } from "../../ui/link.tsx";
import { useSpace } from "../../ui/use-space.ts";

/** What to bring so that this page can say something, and a file to fill in. */
export function NoContractsYet() {
  const { t, language } = useTexts();
  const space = useSpace();
  return (
    <EmptyState
      title={t("contracts.none.title")}
      why={t("contracts.none.why")}
      action={
        <>
          <LinkButton to="/$space/data/import" params={{ space }}>
            {t("contracts.none.import")}
          </LinkButton>
          <Button
            component="a"
            href={apiUrl("/import/templates/contracts", space, { lang: language })}
            download="contracts.csv"
            variant="light"
          >
            {t("contracts.none.template")}
          </Button>
        </>
      }
    />
  );
}
