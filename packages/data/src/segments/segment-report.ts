import type { DuckDBConnection } from "@duckdb/node-api";
import { type SizeClass, sizeClasses } from "@kleinod/engine/measures/contracts/customer-states.ts";
import type { SegmentFigures } from "@kleinod/engine/segments/builder/contract.ts";
import { figureColumns } from "@kleinod/engine/segments/builder/preview-sql.ts";
import {
  type LabelledDefinition,
  labelSql,
  memberSql,
  restLabel,
  unknownLabel,
} from "@kleinod/engine/segments/builder/sql.ts";
import type { BackTest } from "@kleinod/engine/segments/overlays/contract.ts";
import type { SegmentRow, SegmentsReport } from "@kleinod/engine/segments/overlays/report-contract.ts";
import type { PlainDate } from "@kleinod/engine/units.ts";
import type { ReportContext } from "../measures/reports/report-context.ts";
import { heterogeneity } from "./heterogeneity.ts";
import { customerTable, resolveOrNull, versionOf } from "./segment-columns.ts";
import { earlierOf, figuresOf } from "./segment-preview.ts";
import { sizeStability } from "./segment-size-stability.ts";
import { activeSegments, type StoredSegment } from "./segment-store.ts";

const sizeNames: Readonly<Record<SizeClass, SegmentRow["name"]>> = {
  small: { de: "Kleinkunden", en: "Small customers" },
  large: { de: "Grössere Kunden", en: "Larger customers" },
  sizeUnclear: { de: "Grösse unklar", en: "Size unclear" },
};

type Frame = Omit<
  SegmentRow,
  "customers" | "assignableRatio" | "salesCents" | "avoidableContributionCents" | "minutes"
>;

interface Line {
  readonly frame: Frame;
  /** Null: the definition does not run. */
  readonly member: string | null;
}

/**
 * The segments as they stand: the size backbone, the active segments of people, and what each set leaves over; and what
 * sets customers apart.
 * @param stored every version of every segment
 */
export async function segmentsReport(
  connection: DuckDBConnection,
  context: Pick<ReportContext, "asOf" | "currency" | "snapshotTable" | "sizeLineCents" | "parameters">,
  stored: readonly StoredSegment[],
): Promise<SegmentsReport> {
  const { asOf, currency, snapshotTable } = context;
  const base = await customerTable(connection, snapshotTable);
  const stability = await sizeStability(connection, context);
  const lines = [...sizeLines(context, stability), ...overlayLines(stored, base, asOf as PlainDate)];
  const running = lines.flatMap(({ member }, index) =>
    member === null ? [] : [{ key: `s${index}`, sql: member }],
  );
  const { total, figures } = await figuresOf(connection, base, running);
  const byKey = new Map(running.map(({ key }, index) => [key, figures[index]!]));
  const rows = lines
    .map(({ frame }, index) => rowOf(frame, byKey.get(`s${index}`), total))
    // Nobody of unclear size: nothing to say.
    .filter(({ code, customers }) => code !== "sizeUnclear" || customers > 0);
  const { targets, unclear } = await heterogeneity(connection, context);
  return {
    asOf,
    currency,
    segments: rows,
    heterogeneity: targets.flatMap(({ target, drivers }) =>
      drivers.map(({ driver, share, low, high }) => ({ target, driver, share, low, high })),
    ),
    sentences: targets.map(({ target, sentence }) => ({ target, ...sentence })),
    unclear: [
      ...(stability?.movedRatio == null ? [{ field: "stability", reason: "tooLittleHistory" }] : []),
      ...(base.names.has(figureColumns.contribution)
        ? []
        : [{ field: "avoidableContributionCents", reason: "costToServeMissing" }]),
      ...(base.names.has(figureColumns.minutes) ? [] : [{ field: "minutes", reason: "costToServeMissing" }]),
      ...unclear,
    ],
  };
}

function rowOf(frame: Frame, figures: SegmentFigures | undefined, total: number): SegmentRow {
  const { customers = 0, unknownCustomers = 0 } = figures ?? {};
  const isKnown = figures !== undefined && total > 0;
  return {
    ...frame,
    customers,
    assignableRatio: isKnown ? 1 - unknownCustomers / total : null,
    salesCents: figures?.salesCents ?? null,
    avoidableContributionCents: figures?.avoidableContributionCents ?? null,
    minutes: figures?.minutes ?? null,
  };
}

function steadiness(backTest: BackTest | null): Pick<Frame, "stability" | "adjustedRand" | "stabilityDays"> {
  const moved = backTest?.movedRatio ?? null;
  if (backTest === null || moved === null)
    return { stability: null, adjustedRand: null, stabilityDays: null };
  const { adjustedRand, asOf, earlierAsOf } = backTest;
  return { stability: 1 - moved, adjustedRand, stabilityDays: { earlier: earlierAsOf, later: asOf } };
}

/** The classes of the backbone as segments that nobody had to build; assignable unless their size is unclear. */
function sizeLines({ parameters }: Pick<ReportContext, "parameters">, backTest: BackTest | null): Line[] {
  const baseAction = parameters.find(({ code }) => code === "segments.baseAction")?.value;
  const version = parameters.find(({ code }) => code === "size.lineCents")?.version ?? 0;
  return sizeClasses.map((code, position) => ({
    frame: {
      code,
      version,
      kind: "size",
      state: "active",
      name: sizeNames[code],
      segmentation: "size",
      position,
      action: typeof baseAction === "string" ? baseAction : "",
      owner: "",
      ...steadiness(backTest),
      overrideReason: null,
      problem: null,
    },
    member:
      code === "sizeUnclear" ? "size_class = 'sizeUnclear'" : `nullif(size_class, 'sizeUnclear') = '${code}'`,
  }));
}

function overlayLines(
  stored: readonly StoredSegment[],
  base: Parameters<typeof earlierOf>[2],
  asOf: PlainDate,
): Line[] {
  const active = activeSegments(stored);
  const overlays = active.map((segment): Line => {
    const definition = resolveOrNull(segment, base.columns);
    const problems = definition === null ? versionOf(segment, base.columns).problems : [];
    const { code, version, name, segmentation, position, action, owner, overrideReason, backTest } = segment;
    return {
      frame: {
        code,
        version,
        kind: "overlay",
        state: "active",
        name: { de: name, en: name },
        segmentation,
        position,
        action,
        owner,
        ...steadiness(backTest),
        overrideReason,
        problem: problems[0]?.message ?? null,
      },
      member: definition === null ? null : memberSql(definition, earlierOf(segment, stored, base), asOf),
    };
  });
  const sets = [...new Set(active.flatMap(({ segmentation }) => segmentation ?? []))];
  const rests = sets.map((segmentation): Line => {
    const members = active.filter((segment) => segment.segmentation === segmentation);
    const set = members.flatMap((segment): LabelledDefinition[] => {
      const definition = resolveOrNull(segment, base.columns);
      return definition === null ? [] : [{ code: segment.code, definition }];
    });
    const backTest = members.find((segment) => segment.backTest !== null)?.backTest ?? null;
    return {
      frame: {
        code: `${segmentation}:rest`,
        version: 0,
        kind: "rest",
        state: "active",
        name: { de: "Übrige", en: "Others" },
        segmentation,
        position: 1 + Math.max(...members.map(({ position }) => position)),
        action: "",
        owner: "",
        ...steadiness(backTest),
        overrideReason: null,
        problem: null,
      },
      member: set.length === 0 ? null : `nullif(${labelSql(set, asOf)}, '${unknownLabel}') = '${restLabel}'`,
    };
  });
  return [...overlays, ...rests];
}
