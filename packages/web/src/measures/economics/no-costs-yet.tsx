import type { Space } from "../../api/types.ts";
import { useTexts } from "../../i18n/index.ts";
import { EmptyState } from "../../ui/empty-state.tsx";
import { LinkButton } from "../../ui/link.tsx";

/** Where no cost to serve is computed: what is missing, and the way to it. */
export function NoCostsYet({ space }: { space: Space }) {
  const { t } = useTexts();
  return (
    <EmptyState
      title={t("economics.noCosts.title")}
      why={t("economics.noCosts.why")}
      action={
        <LinkButton to="/$space/data/import" params={{ space }}>
          {t("economics.noCosts.action")}
        </LinkButton>
      }
    />
  );
}

/** Cost is known, contribution is not: cost of goods is missing. */
export function NoMarginYet({ space }: { space: Space }) {
  const { t } = useTexts();
  return (
    <EmptyState
      title={t("economics.noMargin.title")}
      why={t("economics.noMargin.why")}
      action={
        <>
          <LinkButton to="/$space/data/import" params={{ space }}>
            {t("economics.noMargin.action")}
          </LinkButton>
          <LinkButton
            to="/$space/data/parameters"
            params={{ space }}
            search={{ edit: "margin.byGroup" }}
            variant="light"
          >
            {t("economics.noMargin.assume")}
          </LinkButton>
        </>
      }
    />
  );
}
