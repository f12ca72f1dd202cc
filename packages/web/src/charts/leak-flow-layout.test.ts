import { describe, expect, it } from "vitest";
import { leakFlowLayout } from "./leak-flow-layout.ts";

const texts = {
  role: (code: string) => code,
  noReason: "none",
  otherReasons: "others",
  group: ({ sizeClass }: { sizeClass: string }) => sizeClass,
};
const size = { width: 600, height: 300, margin: 10 };
const flow = (role: string, reason: string | null, sizeClass: string, minutes: number, isLeak = false) => ({
  role,
  reason,
  sizeClass,
  category: null,
  minutes,
  costCents: minutes * 100,
  events: 1,
  isLeak,
  isLegitimate: false,
});

describe("the flow of specialist time", () => {
  it("is empty without time", () => {
    expect(leakFlowLayout([], texts, size).links).toEqual([]);
    expect(leakFlowLayout([flow("field", "visit", "small", 0)], texts, size).nodes).toEqual([]);
  });

  it("keeps every minute on both halves of the way", () => {
    const { nodes, links } = leakFlowLayout(
      [
        flow("field", "visit", "small", 60, true),
        flow("field", null, "large", 30),
        flow("expert", "visit", "small", 10),
      ],
      texts,
      size,
    );
    const sum = (side: string) =>
      nodes.filter((node) => node.side === side).reduce((all, node) => all + (node.value ?? 0), 0);
    // 60 + 30 + 10
    expect([sum("role"), sum("reason"), sum("group")]).toEqual([100, 100, 100]);
    expect(links.filter((link) => link.isLeak).map((link) => link.value)).toEqual([60, 60]);
  });

  it("draws the smallest reasons as one", () => {
    const flows = Array.from({ length: 12 }, (_, index) => flow("field", `r${index}`, "small", 100 - index));
    const { nodes } = leakFlowLayout(flows, texts, size);
    // eight reasons by name and one for the other four
    expect(nodes.filter((node) => node.side === "reason")).toHaveLength(9);
  });
});
