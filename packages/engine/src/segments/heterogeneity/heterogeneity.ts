/** From the columns of the sampled customers to the report; see report-contract.ts. */
import {
  type HeterogeneityDriver,
  type HeterogeneityTarget,
  heterogeneityDrivers,
} from "./drivers-contract.ts";
import { explainedShares } from "./explained-shares.ts";
import { type Levels, levelsOf, tenths } from "./levels.ts";
import type { HeterogeneityTargetReport } from "./report-contract.ts";
import { heterogeneitySentence, mainDriverOf } from "./sentence.ts";

/** One customer with sales in the last 12 months. */
export interface HeterogeneityRow {
  readonly customerId: number;
  readonly salesCents: number;
  /** Null while cost of goods is unknown. */
  readonly contributionCents: number | null;
  /** Null without a full year before; 0 for a customer who bought nothing then. */
  readonly previousSalesCents: number | null;
  readonly needBreadth: number | null;
  readonly branch: string | null;
  readonly region: string | null;
  readonly entryChannel: string | null;
  /** Years since the first purchase. */
  readonly customerAge: number | null;
}

export interface HeterogeneityInput {
  readonly rows: readonly HeterogeneityRow[];
  /** Customers with sales in the last 12 months, of whom the rows are a part. */
  readonly customers: number;
}

interface Unclear {
  readonly field: string;
  readonly reason: string;
}

/** Fewer customers do not carry a statement on so many classes. */
export const leastCustomers = 100;
/** A driver known of fewer customers is left out: it would explain who is well recorded. */
const leastKnownRatio = 1 / 3;

const missing: Readonly<Record<HeterogeneityDriver, string>> = {
  size: "tooLittleHistory",
  branch: "branchMissing",
  customerAge: "tooLittleHistory",
  region: "postcodeMissing",
  entryChannel: "entryChannelMissing",
};

export function heterogeneityTargetsOf(input: HeterogeneityInput): {
  readonly targets: HeterogeneityTargetReport[];
  readonly unclear: Unclear[];
} {
  const hasContribution = input.rows.some(({ contributionCents }) => contributionCents !== null);
  const hasNeed = input.rows.some(({ needBreadth }) => needBreadth !== null);
  const hasPrevious = input.rows.some(({ previousSalesCents }) => (previousSalesCents ?? 0) > 0);
  const reports: HeterogeneityTargetReport[] = [];
  const unclear: Unclear[] = [];
  const add = (target: HeterogeneityTarget, basis: HeterogeneityTargetReport["basis"], of: Figures) => {
    const found = explainTarget(target, basis, input, of);
    unclear.push(...found.unclear.filter((one) => !unclear.some(({ field }) => field === one.field)));
    if (found.report !== null) reports.push(found.report);
  };
  add("contribution", hasContribution ? "contribution1" : "sales", {
    value: (row) => logarithm(hasContribution ? row.contributionCents : row.salesCents),
    size: ({ previousSalesCents: cents }) => cents,
  });
  if (!hasContribution) unclear.push({ field: "contribution", reason: "costOfGoodsMissing" });
  if (hasPrevious) {
    add("growth", "salesRatio", {
      value: ({ salesCents, previousSalesCents }) => {
        const [now, before] = [logarithm(salesCents), logarithm(previousSalesCents)];
        return now === null || before === null ? null : now - before;
      },
      // The year before is the denominator of growth: whoever was small by chance would seem to grow by being small.
      size: ({ salesCents, previousSalesCents }) => {
        const [now, before] = [logarithm(salesCents), logarithm(previousSalesCents)];
        return now === null || before === null ? null : now + before;
      },
    });
  } else unclear.push({ field: "growth", reason: "tooLittleHistory" });
  if (hasNeed) {
    add("needBreadth", "needBreadth", {
      value: ({ needBreadth }) => needBreadth,
      size: ({ previousSalesCents: cents }) => cents,
    });
  } else unclear.push({ field: "needBreadth", reason: "needMissing" });
  return { targets: reports, unclear };
}

interface Figures {
  /** Null leaves the customer out. */
  readonly value: (row: HeterogeneityRow) => number | null;
  readonly size: (row: HeterogeneityRow) => number | null;
}

function explainTarget(
  target: HeterogeneityTarget,
  basis: HeterogeneityTargetReport["basis"],
  { rows, customers }: HeterogeneityInput,
  { value, size }: Figures,
): { readonly report: HeterogeneityTargetReport | null; readonly unclear: Unclear[] } {
  const valued = rows.flatMap((row) => {
    const figure = value(row);
    return figure === null ? [] : [{ row, figure }];
  });
  if (valued.length < leastCustomers) {
    return { report: null, unclear: [{ field: target, reason: "tooFewCustomers" }] };
  }
  const used = valued.map(({ row }) => row);
  const levels: Readonly<Record<HeterogeneityDriver, Levels>> = {
    size: levelsOf(tenths(used.map(size))),
    branch: levelsOf(used.map(({ branch }) => branch)),
    customerAge: levelsOf(used.map(({ customerAge }) => ageClass(customerAge))),
    region: levelsOf(used.map(({ region }) => region)),
    entryChannel: levelsOf(used.map(({ entryChannel }) => entryChannel)),
  };
  const drivers = heterogeneityDrivers.filter((driver) => levels[driver].knownRatio >= leastKnownRatio);
  const unclear = heterogeneityDrivers
    .filter((driver) => !drivers.includes(driver))
    .map((driver) => ({ field: `${target}.${driver}`, reason: missing[driver] }));
  const found = explainedShares(
    valued.map(({ figure }) => figure),
    drivers.map((driver) => levels[driver]),
    used.map(({ customerId }) => customerId),
  );
  if (found === null) return { report: null, unclear: [{ field: target, reason: "noDifference" }] };
  const parts = drivers
    .map((driver, index) => ({
      target,
      driver,
      ...found.drivers[index]!,
      levels: levels[driver].count,
      knownRatio: levels[driver].knownRatio,
    }))
    .sort((a, b) => b.share - a.share);
  const represented = rows.length === 0 ? 1 : customers / rows.length;
  return {
    unclear,
    report: {
      target,
      basis,
      customers: Math.round(valued.length * represented),
      sampled: valued.length,
      leftOut: Math.round((rows.length - valued.length) * represented),
      explained: found.explained,
      drivers: parts,
      mainDriver: mainDriverOf(parts),
      sentence: heterogeneitySentence(basis === "sales" ? "sales" : target, parts, found.explained.share),
    },
  };
}

/** Only what is above zero has a logarithm. */
const logarithm = (cents: number | null) => (cents === null || cents <= 0 ? null : Math.log(cents));

/** Years since the first purchase in classes that double. */
function ageClass(years: number | null): string | null {
  if (years === null) return null;
  return String([1, 2, 4, 8, 16].filter((border) => years >= border).length);
}
