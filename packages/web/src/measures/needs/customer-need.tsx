import type { CustomerNeed } from "@kleinod/engine/measures/potential/report-contract.ts";
import { Text, Title } from "@mantine/core";
import { useQuery } from "@tanstack/react-query";
import { customerNeedQuery } from "../../api/need-queries.ts";
import { useTexts } from "../../i18n/index.ts";
import { useSpace } from "../../ui/use-space.ts";

/** What this customer needs, what is bought elsewhere, and the three numbers that must never be mixed. */
export function CustomerNeedCard({ id }: { id: string }) {
  const { t } = useTexts();
  const space = useSpace();
  const need = useQuery(customerNeedQuery(space, id));
  // A card of its own: the page stays readable when only this answer is missing.
  if (need.isError || need.data === undefined) return null;
  return (
    <div className="k-columns">
      <ThreeNumbers need={need.data} />
      <section className="k-card" aria-label={t("needs.customer.title")}>
        <Title order={2} mb="xs">
          {t("needs.customer.title")}
        </Title>
        <Profile need={need.data} />
      </section>
    </div>
  );
}

function ThreeNumbers({ need }: { need: CustomerNeed }) {
  const { t, format, pick } = useTexts();
  const { threeNumbers, currency } = need;
  return (
    <section className="k-card" aria-label={t("needs.customer.three")}>
      <Title order={2}>{t("needs.customer.three")}</Title>
      <Text size="sm" c="dimmed" mb="xs">
        {t("needs.customer.threeHint")}
      </Text>
      <dl className="k-terms">
        {(["today", "servable", "uplift"] as const).map((code) => {
          const { cents, lowCents, highCents, sentence } = threeNumbers[code];
          return (
            <div key={code}>
              <dt>{t(`needs.customer.${code}`)}</dt>
              <dd>
                <b className={cents === null ? "k-unclear" : undefined}>
                  {cents === null ? t("frame.unclear") : format.money(cents, currency)}
                </b>
                {lowCents === null || highCents === null || lowCents === highCents
                  ? ""
                  : ` (${format.amount(lowCents)} – ${format.amount(highCents)})`}
                <Text size="xs" c="dimmed">
                  {pick(sentence)}
                </Text>
              </dd>
            </div>
          );
        })}
      </dl>
    </section>
  );
}

function Profile({ need }: { need: CustomerNeed }) {
  const { t, format, pick } = useTexts();
  const { profile, gaps, potential, currency } = need;
  return (
    <>
      {profile.supportBreadth === null || profile.supportForm === null ? null : (
        <Text>
          {t("needs.customer.support", {
            breadth: t(`values.${profile.supportBreadth}`),
            form: t(`values.${profile.supportForm}`),
          })}
        </Text>
      )}
      {profile.reasons.length === 0 ? null : (
        <ul style={{ margin: "4px 0 8px", paddingLeft: 18 }}>
          {profile.reasons.map((reason) => (
            <li key={reason.en}>
              <Text size="sm" c="dimmed">
                {pick(reason)}
              </Text>
            </li>
          ))}
        </ul>
      )}
      <Text size="sm">
        {potential.potentialCents === null || potential.shareOfWallet === null
          ? potential.unclearReason === null
            ? t("needs.figure.unclear")
            : t(`needs.potential.reasons.${potential.unclearReason}`)
          : t(potential.shareOfWallet >= 1 ? "needs.customer.walletFull" : "needs.customer.wallet", {
              share: format.percent(potential.shareOfWallet),
              potential: format.money(potential.potentialCents, currency),
            })}
      </Text>
      {gaps.length === 0 ? (
        <Text size="sm" c="dimmed" mt="xs">
          {t("needs.customer.noGaps")}
        </Text>
      ) : (
        <ul style={{ margin: "8px 0 0", paddingLeft: 18 }}>
          {gaps.slice(0, 4).map((gap) => (
            <li key={gap.field}>
              <Text size="sm">
                {t("needs.customer.gap", {
                  field: gap.field,
                  share: format.percent(gap.peerShare),
                  worth: format.money(gap.worthCents, currency),
                })}
              </Text>
            </li>
          ))}
        </ul>
      )}
    </>
  );
}
