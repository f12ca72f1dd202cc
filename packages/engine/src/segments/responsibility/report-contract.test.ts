import { describe, expect, it } from "vitest";
import { z } from "zod";
import { responsibilityReportSchema } from "./report-contract.ts";

interface Schema {
  readonly properties?: Readonly<Record<string, Schema>>;
  readonly items?: Schema;
  readonly anyOf?: readonly Schema[];
}

/** Every path of the document, `[]` for the items of a list. */
function paths(schema: Schema, at = ""): string[] {
  return [
    ...(schema.anyOf ?? []).flatMap((part) => paths(part, at)),
    ...(schema.items === undefined ? [] : paths(schema.items, `${at}[]`)),
    ...Object.entries(schema.properties ?? {}).flatMap(([name, part]) => {
      const path = at === "" ? name : `${at}.${name}`;
      return [path, ...paths(part, path)];
    }),
  ];
}

describe("AT2.5: promise kept", () => {
  const all = paths(z.toJSONSchema(responsibilityReportSchema) as Schema);

  it("is said per category and nowhere over several: an average could hide the small ones", () => {
    const said = all.filter((path) => /(^|\.)(kept|due|broken|keptRatio)$/.test(path));
    expect(said.length).toBeGreaterThan(0);
    expect(said.filter((path) => !path.startsWith("promises[]."))).toEqual([]);
  });

  it("comes with what the document must hold", () => {
    for (const path of ["gaps", "promises[].category", "promises[].due", "promises[].kept"]) {
      expect(all).toContain(path);
    }
    for (const name of ["ratio", "low", "high", "hours", "costCents"]) expect(all).toContain(`leak.${name}`);
  });

  it("ranks no person by handling time (AT3.4)", () => {
    const people = all.filter((path) => path.startsWith("responsibles[]."));
    expect(people.filter((path) => /minutes|hours|duration|average/i.test(path))).toEqual([]);
  });
});
