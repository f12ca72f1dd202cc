import type { OfferCheck, OfferWithCheck } from "@kleinod/engine/programme/offers/catalogue-contract.ts";
import type { LeanOffer } from "@kleinod/engine/programme/offers/offer-contract.ts";
import { elementRoles } from "@kleinod/engine/programme/offers/offer-states-contract.ts";
import { Badge, Group, Text, Title } from "@mantine/core";
import { useTexts } from "../../i18n/index.ts";
import { Term } from "../parts/term.tsx";
import { OfferActions } from "./offer-actions.tsx";

interface OfferCardProps {
  offer: OfferWithCheck;
  currency: string | null;
  onEdit: () => void;
}

/** A lean offer as it would be or is published: contents, cost, touches, and what speaks against it. */
export function OfferCard({ offer, currency, onEdit }: OfferCardProps) {
  const { t, format } = useTexts();
  const shown = offer.draft ?? offer.published;
  if (shown === null) return <RetiredOffer offer={offer} />;
  return (
    <article className="k-card" aria-label={shown.name} style={{ display: "grid", gap: 10 }}>
      <Group justify="space-between" align="flex-start" gap="sm">
        <div>
          <Title order={3}>{shown.name}</Title>
          <Text size="sm" c="dimmed">
            {t("catalogue.offers.version", { version: String(shown.version), author: shown.author })}
            {offer.published === null || offer.published.publishedOn === null
              ? ""
              : `, ${t("catalogue.offers.state.published")} ${t("catalogue.offers.publishedOn", { date: format.date(offer.published.publishedOn) })}`}
          </Text>
        </div>
        <Badge variant="light" color={shown.state === "published" ? "petrol" : "gray"}>
          {t(`catalogue.offers.state.${shown.state}`)}
        </Badge>
      </Group>
      <OfferTerms offer={shown} check={offer.check} currency={currency} />
      {offer.check === null ? null : <OfferChecks check={offer.check} />}
      {shown.overrideReason === null ? null : (
        <Text size="sm">{t("catalogue.offers.overridden", { reason: shown.overrideReason })}</Text>
      )}
      <OfferActions offer={offer} onEdit={onEdit} />
    </article>
  );
}

function RetiredOffer({ offer }: { offer: OfferWithCheck }) {
  const { t } = useTexts();
  return (
    <article className="k-card" aria-label={offer.code}>
      <Group justify="space-between">
        <Text fw={600}>{offer.code}</Text>
        <Badge variant="light" color="gray">
          {t("catalogue.offers.state.retired")}
        </Badge>
      </Group>
      <OfferActions offer={offer} onEdit={null} />
    </article>
  );
}

function OfferTerms({
  offer,
  check,
  currency,
}: {
  offer: LeanOffer;
  check: OfferCheck | null;
  currency: string | null;
}) {
  const { t, format } = useTexts();
  const unclear = <span className="k-unclear">{t("frame.unclear")}</span>;
  const segment = (code: string) => (code === "small" ? t("catalogue.offerForm.allSmall") : code);
  const cost = check?.suggestedCentsPerCustomerYear ?? null;
  const touches = check?.suggestedManualTouches ?? null;
  return (
    <dl className="k-inline-terms">
      {elementRoles.map((role) => {
        const names = offer.contents.filter((one) => one.role === role).map(({ element }) => element);
        return names.length === 0 ? null : (
          <Term key={role} name={t(`catalogue.offers.roles.${role}`)}>
            {names.join(", ")}
          </Term>
        );
      })}
      <Term name={t("catalogue.offers.cost")}>
        {offer.centsPerCustomerYear === null ? unclear : format.money(offer.centsPerCustomerYear, currency)}
        {cost === null
          ? ""
          : ` (${t("catalogue.offers.suggested", { value: format.money(cost, currency) })})`}
      </Term>
      <Term name={t("catalogue.offers.touches")}>
        {offer.manualTouches === null ? unclear : format.number(offer.manualTouches)}
        {touches === null ? "" : ` (${t("catalogue.offers.suggested", { value: format.number(touches) })})`}
      </Term>
      <Term name={t("catalogue.offers.forSegments")}>{offer.forSegments.map(segment).join(", ")}</Term>
      {offer.degreesOfFreedom.length === 0 ? null : (
        <Term name={t("catalogue.offers.freedoms")}>
          {offer.degreesOfFreedom
            .map(({ name, choices, centsPerChoice }) => {
              const price =
                centsPerChoice === null
                  ? t("catalogue.offers.freedomFree")
                  : t("catalogue.offers.freedomPrice", { price: format.money(centsPerChoice, currency) });
              return `${name}: ${choices.join(" / ")} (${price})`;
            })
            .join("; ")}
        </Term>
      )}
    </dl>
  );
}

/** What is missing, what conflicts, and what larger customers would do, each as a sentence. */
function OfferChecks({ check }: { check: OfferCheck }) {
  const { t, pick } = useTexts();
  const list = { margin: 0, paddingInlineStart: "1.2rem" } as const;
  return (
    <>
      {check.missing.length === 0 ? null : (
        <section aria-label={t("catalogue.offers.missing")}>
          <Text fw={600}>{t("catalogue.offers.missing")}</Text>
          <ul style={list}>
            {check.missing.map(({ part, sentence }) => (
              <li key={part}>{pick(sentence)}</li>
            ))}
          </ul>
        </section>
      )}
      {check.findings.length === 0 ? null : (
        <section aria-label={t("catalogue.offers.conflicts")}>
          <Text fw={600}>{t("catalogue.offers.conflicts")}</Text>
          <ul style={list}>
            {check.findings.map((finding) => (
              <li key={`${finding.rule} ${finding.segment} ${finding.sentence.en}`}>
                {pick(finding.sentence)} {pick(finding.because)}
                {finding.cure === null ? null : (
                  <>
                    {" "}
                    <strong>{t("catalogue.offers.cure")}</strong> {pick(finding.cure)}
                  </>
                )}
              </li>
            ))}
          </ul>
        </section>
      )}
      <section aria-label={t("catalogue.offers.large")}>
        <Text fw={600}>{t("catalogue.offers.large")}</Text>
        {check.cannibalisation === null ? (
          <Text>{t("catalogue.offers.noCannibalisation")}</Text>
        ) : (
          <>
            <Text>{pick(check.cannibalisation.sentence)}</Text>
            {check.cannibalisation.fence === null ? null : (
              <Text>{pick(check.cannibalisation.fence.sentence)}</Text>
            )}
          </>
        )}
      </section>
    </>
  );
}
