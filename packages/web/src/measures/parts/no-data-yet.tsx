import type { Space } from "../../api/types.ts";
import { useTexts } from "../../i18n/index.ts";
import { EmptyState } from "../../ui/empty-state.tsx";
import { LinkButton } from "../../ui/link.tsx";

/** The same empty state on every page that needs sales. */
export function NoDataYet({ space }: { space: Space }) {
  const { t } = useTexts();
  if (space === "example") {
    return (
      <EmptyState
        title={t("empty.example")}
        why={t("empty.exampleWhy")}
        action={
          <LinkButton to="/" search={{ start: "1" }}>
            {t("empty.exampleAction")}
          </LinkButton>
        }
      />
    );
  }
  return (
    <EmptyState
      title={t("empty.sales")}
      why={t("empty.salesWhy")}
      action={
        <>
          <LinkButton to="/$space/data/import" params={{ space }}>
            {t("empty.salesAction")}
          </LinkButton>
          <LinkButton to="/" search={{ start: "1" }} variant="light">
            {t("empty.lookAtExample")}
          </LinkButton>
        </>
      }
    />
  );
}
