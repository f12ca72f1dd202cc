import type { Text } from "../measure-contract.ts";

/** The parts of one customer's lifetime value. */
export interface LifetimeParts {
  readonly netCents: number;
  readonly orders: number;
  readonly activeYears: number;
  readonly contributionPerOrderCents: number;
  readonly costPerOrderCents: number;
  readonly upkeepCents: number;
  readonly months: number;
  /** What running contracts explain of the last 12 months' sales, 0…1. */
  readonly contractRatio: number;
  /** Expected years under contract, discounted; 0 without a running contract. */
  readonly contractYears: number;
  /** Contribution of the contracts within the reach, and avoidable cost of the orders that they explain. */
  readonly contractContributionCents: number;
  readonly contractCostCents: number;
}

const money = (cents: number) => (cents / 100).toFixed(2);

/** The part that comes from contracts, and which part of purchases is left; nothing without contracts. */
function contractWords(parts: LifetimeParts): Text {
  if (parts.contractYears === 0) return { de: "", en: "" };
  const { contractRatio, contractYears, contractContributionCents, contractCostCents } = parts;
  const rest = Math.round(100 * (1 - contractRatio));
  return {
    de: `Aus Verträgen: ${money(contractContributionCents)} Deckungsbeitrag − ${money(contractCostCents)} vermeidbare Kosten in ${contractYears.toFixed(1)} Jahren unter Vertrag; sie erklären ${100 - rest} % des Umsatzes. Aus Käufen, zu ${rest} %: `,
    en: `From contracts: ${money(contractContributionCents)} contribution − ${money(contractCostCents)} avoidable cost in ${contractYears.toFixed(1)} years under contract; they explain ${100 - rest} % of sales. From purchases, at ${rest} %: `,
  };
}

/** Why the value is what it is: a sentence that starts with the sums, and for a negative one says what makes it so. */
export function explainLifetime(parts: LifetimeParts): Text {
  const { netCents, orders, activeYears, contributionPerOrderCents, costPerOrderCents, upkeepCents } = parts;
  const contracts = contractWords(parts);
  const sums = {
    de: `${contracts.de}${orders.toFixed(1)} erwartete Käufe × (${money(contributionPerOrderCents)} Deckungsbeitrag − ${money(costPerOrderCents)} vermeidbare Kosten) − ${activeYears.toFixed(1)} Jahre × ${money(upkeepCents)} Pflege = ${money(netCents)} in ${parts.months} Monaten.`,
    en: `${contracts.en}${orders.toFixed(1)} expected purchases × (${money(contributionPerOrderCents)} contribution − ${money(costPerOrderCents)} avoidable cost) − ${activeYears.toFixed(1)} years × ${money(upkeepCents)} upkeep = ${money(netCents)} over ${parts.months} months.`,
  };
  if (netCents >= 0) return sums;
  const isOrder = contributionPerOrderCents < costPerOrderCents;
  const reason = isOrder
    ? {
        de: "Jeder Kauf kostet mehr, als er bringt: der Weg der Bestellung oder ihre Grösse ist der Ansatz.",
        en: "Each purchase costs more than it brings: the way of ordering or the size of orders is where to start.",
      }
    : {
        de: "Die Käufe tragen sich, die Pflege zwischen ihnen nicht: Besuche und Fälle sind der Ansatz.",
        en: "Purchases pay for themselves, the upkeep between them does not: visits and cases are where to start.",
      };
  return { de: `${sums.de} ${reason.de}`, en: `${sums.en} ${reason.en}` };
}
