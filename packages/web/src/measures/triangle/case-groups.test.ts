import type { CaseType } from "@kleinod/engine/measures/triangle/report-contract.ts";
import { describe, expect, it } from "vitest";
import { caseGroups } from "./case-groups.ts";

function caseType(part: Partial<CaseType>): CaseType {
  return {
    code: "x",
    reason: "invoice",
    reasonLabel: { de: "Rechnung", en: "Invoice" },
    needField: null,
    channel: "phone",
    channelLabel: { de: "Telefon", en: "Telephone" },
    customers: 1,
    triangleCustomers: 0,
    contacts: 10,
    minutes: 100,
    costCents: 1000,
    avoidableCents: 500,
    demand: "value",
    failureShare: 0,
    unknownShare: 0,
    transfers: 0,
    reopenings: 0,
    coordinates: { value: 0.2, need: 0.3, effort: 0.5 },
    corner: "effort",
    cornerReason: { de: "", en: "" },
    effectCents: 0,
    lowCents: 0,
    highCents: 0,
    customerMinutes: 0,
    addressee: "billing",
    addresseeLabel: { de: "Fakturierung", en: "Billing" },
    means: [],
    ...part,
  };
}

describe("case types as groups of reason and channel", () => {
  it("add up cost and contacts, and weigh failure by contacts and place by cost", () => {
    const [group, other] = caseGroups([
      caseType({ needField: "A", costCents: 3000, contacts: 30, failureShare: 1 }),
      caseType({
        needField: "B",
        costCents: 1000,
        contacts: 10,
        coordinates: { value: 0.6, need: 0.3, effort: 0.1 },
      }),
      caseType({ channel: "web", costCents: 10, failureShare: null, unknownShare: 1 }),
    ]);
    expect(group).toMatchObject({ code: "invoice|phone", costCents: 4000, contacts: 40 });
    // 30 of 40 known contacts
    expect(group?.failureShare).toBe(0.75);
    // 0.75·0.2 + 0.25·0.6
    expect(group?.coordinates.value).toBeCloseTo(0.3, 12);
    expect(other).toMatchObject({ code: "invoice|web", failureShare: null });
  });
});
