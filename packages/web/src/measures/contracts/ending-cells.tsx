import type { EndingContract } from "@kleinod/engine/measures/renewal/report-contract.ts";
import { Text } from "@mantine/core";
import { useTexts } from "../../i18n/index.ts";
import { TextLink } from "../../ui/link.tsx";
import { useSpace } from "../../ui/use-space.ts";
import { enumLabel } from "../cell-value.tsx";

/** Who has the contract; without a known customer the number that the file names. */
export function EndingCustomer({ row }: { row: EndingContract }) {
  const texts = useTexts();
  const { t } = texts;
  const space = useSpace();
  const name = row.name ?? row.accountKey ?? t("contracts.ending.noCustomer");
  const more = [
    row.accountKey === name ? null : row.accountKey,
    row.city,
    row.sizeClass === null ? null : enumLabel(row.sizeClass, texts),
  ].filter((part) => part !== null && part !== "");
  return (
    <>
      {row.customerId === null ? (
        <Text span size="sm" fw={600}>
          {name}
        </Text>
      ) : (
        <TextLink
          to="/$space/customers/$id"
          params={{ space, id: String(row.customerId) }}
          fw={600}
          size="sm"
          display="inline-block"
          py={2}
        >
          {name}
        </TextLink>
      )}
      <Text size="xs" c="dimmed">
        {more.join(" · ")}
      </Text>
    </>
  );
}

export function EndingService({ row }: { row: EndingContract }) {
  const { t, format } = useTexts();
  return (
    <>
      {row.product ?? t("contracts.ending.noService")}
      <Text size="xs" c="dimmed">
        {row.contractNumber}, {t("contracts.ending.since", { date: format.date(row.startedOn) })}
      </Text>
    </>
  );
}

/** The day, how long until then, and whether notice can still be given. */
export function EndingDay({ row, asOf }: { row: EndingContract; asOf: string }) {
  const { t, format } = useTexts();
  const left = t("contracts.ending.daysLeft", { count: row.daysLeft, n: format.count(row.daysLeft) });
  return (
    <>
      <b>{format.date(row.endsOn)}</b>
      <Text size="xs" c="dimmed">
        {left}
      </Text>
      {row.noticeBy === null ? null : (
        <Text size="xs" c="dimmed">
          {t(row.noticeBy < asOf ? "contracts.ending.noticeOver" : "contracts.ending.noticeBy", {
            date: format.date(row.noticeBy),
          })}
        </Text>
      )}
    </>
  );
}

/** How likely it is renewed: a bar and the number; words where notice was given or nothing can be told. */
export function EndingProbability({ row }: { row: EndingContract }) {
  const { t, format } = useTexts();
  if (row.isCancelled) return <>{t("contracts.ending.cancelled")}</>;
  if (row.probability === null) return <span className="k-unclear">{t("frame.unclear")}</span>;
  return (
    <>
      <div className="k-share" aria-hidden="true">
        <span style={{ width: `${row.probability * 100}%` }} />
      </div>
      {format.percent(row.probability)}
    </>
  );
}

export function EndingMoney({ cents, currency }: { cents: number | null; currency: string | null }) {
  const { t, format } = useTexts();
  if (cents === null) return <span className="k-unclear">{t("frame.unclear")}</span>;
  return <span title={format.moneyExact(cents, currency)}>{format.amount(cents)}</span>;
}

/** What the customer costs a year and what is left of it after that. */
export function EndingCost({ row, currency }: { row: EndingContract; currency: string | null }) {
  const { t, format } = useTexts();
  return (
    <>
      <EndingMoney cents={row.costAvoidableCents} currency={currency} />
      {row.contributionAvoidableCents === null ? null : (
        <Text size="xs" c="dimmed" title={format.moneyExact(row.contributionAvoidableCents, currency)}>
          {t("contracts.ending.costMore", { money: format.amount(row.contributionAvoidableCents) })}
        </Text>
      )}
    </>
  );
}
