import type { ResponsibilityReport } from "@kleinod/engine/segments/responsibility/report-contract.ts";
import { type SankeyLink, type SankeyNode, sankey, sankeyLinkHorizontal } from "d3-sankey";

type Flow = ResponsibilityReport["leak"]["flows"][number];
export type FlowSide = "role" | "reason" | "group";

interface Place {
  readonly key: string;
  readonly side: FlowSide;
  readonly name: string;
}
interface Stream {
  readonly minutes: number;
  readonly costCents: number;
  readonly isLeak: boolean;
}
export type FlowNode = SankeyNode<Place, Stream>;
export type FlowLink = SankeyLink<Place, Stream>;

/** Reasons beyond these are drawn as one. */
const shownReasons = 8;

export interface FlowTexts {
  readonly role: (code: string) => string;
  readonly noReason: string;
  readonly otherReasons: string;
  readonly group: (flow: Flow) => string;
}

/** Role → reason → group of customers, as wide as the hours; what leaks keeps a stream of its own. */
export function leakFlowLayout(
  flows: readonly Flow[],
  texts: FlowTexts,
  size: { readonly width: number; readonly height: number; readonly margin: number },
): { nodes: FlowNode[]; links: FlowLink[]; path: (link: FlowLink) => string } {
  const minutesOf = new Map<string, number>();
  for (const flow of flows) {
    const reason = flow.reason ?? "";
    minutesOf.set(reason, (minutesOf.get(reason) ?? 0) + flow.minutes);
  }
  const kept = new Set(
    [...minutesOf]
      .sort((a, b) => b[1] - a[1] || (a[0] < b[0] ? -1 : 1))
      .slice(0, shownReasons)
      .map(([key]) => key),
  );
  const reasonOf = ({ reason }: Flow) =>
    reason === null ? texts.noReason : kept.has(reason) ? reason : texts.otherReasons;
  const places = new Map<string, Place>();
  const streams = new Map<string, { source: string; target: string } & Stream>();
  const place = (side: FlowSide, name: string) => {
    const key = `${side} ${name}`;
    places.set(key, { key, side, name });
    return key;
  };
  const stream = (source: string, target: string, flow: Flow) => {
    const key = `${source} > ${target} ${flow.isLeak}`;
    const before = streams.get(key);
    streams.set(key, {
      source,
      target,
      isLeak: flow.isLeak,
      minutes: (before?.minutes ?? 0) + flow.minutes,
      costCents: (before?.costCents ?? 0) + flow.costCents,
    });
  };
  for (const flow of flows) {
    if (flow.minutes <= 0) continue;
    const reason = place("reason", reasonOf(flow));
    stream(place("role", texts.role(flow.role)), reason, flow);
    stream(reason, place("group", texts.group(flow)), flow);
  }
  if (streams.size === 0) return { nodes: [], links: [], path: () => "" };
  const layout = sankey<Place, Stream>()
    .nodeId((node) => node.key)
    .nodeWidth(12)
    .nodePadding(14)
    .extent([
      [size.margin, 8],
      [size.width - size.margin, size.height - 8],
    ]);
  const graph = layout({
    nodes: [...places.values()].map((one) => ({ ...one })),
    links: [...streams.values()].map((one) => ({ ...one, value: one.minutes })),
  });
  const draw = sankeyLinkHorizontal<Place, Stream>();
  return { nodes: graph.nodes, links: graph.links, path: (link) => draw(link) ?? "" };
}
