import type { OfferWithCheck } from "@kleinod/engine/programme/offers/catalogue-contract.ts";
import type { ElementReport } from "@kleinod/engine/programme/offers/element-contract.ts";
import { Button, Drawer } from "@mantine/core";
import { useState } from "react";
import { useTexts } from "../../i18n/index.ts";
import { EmptyState } from "../../ui/empty-state.tsx";
import { Section } from "../../ui/page.tsx";
import { OfferCard } from "./offer-card.tsx";
import { OfferForm } from "./offer-form.tsx";

/** Lean offers with what is missing, what conflicts and what larger customers would do. */
export function OffersView({
  offers,
  elements,
}: {
  offers: readonly OfferWithCheck[];
  elements: ElementReport;
}) {
  const { t } = useTexts();
  const [editing, setEditing] = useState<OfferWithCheck | "new" | null>(null);
  const make = <Button onClick={() => setEditing("new")}>{t("catalogue.offers.make")}</Button>;
  const edited = editing === "new" || editing === null ? null : (editing.draft ?? editing.published);
  return (
    <>
      {offers.length === 0 ? (
        <EmptyState title={t("catalogue.offers.none")} why={t("catalogue.offers.noneWhy")} action={make} />
      ) : (
        <Section title={t("catalogue.offers.title")} hint={t("catalogue.offers.hint")} actions={make}>
          <ul style={{ listStyle: "none", margin: 0, padding: 0, display: "grid", gap: 12 }}>
            {offers.map((offer) => (
              <li key={offer.code}>
                <OfferCard offer={offer} currency={elements.currency} onEdit={() => setEditing(offer)} />
              </li>
            ))}
          </ul>
        </Section>
      )}
      <Drawer
        opened={editing !== null}
        onClose={() => setEditing(null)}
        position="right"
        size="lg"
        title={
          edited === null ? t("catalogue.offers.make") : t("catalogue.offers.editOf", { name: edited.name })
        }
        closeButtonProps={{ "aria-label": t("frame.close") }}
      >
        {editing === null ? null : (
          <OfferForm offer={edited} elements={elements} onDone={() => setEditing(null)} />
        )}
      </Drawer>
    </>
  );
}
