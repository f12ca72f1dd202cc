import { describe, expect, it } from "vitest";
import { type NeighbourCount, proposer } from "./proposals.ts";

const count = (
  level: NeighbourCount["level"],
  branch: string | null,
  region: string | null,
  name: string,
  customers: number,
): NeighbourCount => ({ level, branch, region, type: "person", name, customers });

describe("proposals for a gap", () => {
  const propose = proposer([
    count("branchRegion", "Bau", "ZH", "Ana", 6),
    count("branchRegion", "Bau", "ZH", "Ben", 2),
    count("branchRegion", "Bau", "BE", "Ben", 2),
    count("branch", "Bau", null, "Ana", 6),
    count("branch", "Bau", null, "Ben", 4),
    count("all", null, null, "Cleo", 50),
  ]);

  it("are those who look after most of the same branch and region", () => {
    // 6 of 8 and 2 of 8
    expect(propose("Bau", "ZH")).toMatchObject([
      { name: "Ana", neighbours: 6, shareRatio: 0.75, basis: "branchRegion" },
      { name: "Ben", neighbours: 2, shareRatio: 0.25 },
    ]);
  });

  it("come from a wider group where two neighbours say nothing", () => {
    expect(propose("Bau", "BE")[0]).toMatchObject({ name: "Ana", basis: "branch", shareRatio: 0.6 });
    expect(propose(null, null)[0]).toMatchObject({ name: "Cleo", basis: "all" });
  });

  it("are none while nobody is responsible for anybody", () => {
    expect(proposer([])("Bau", "ZH")).toEqual([]);
  });
});
