import { describe, expect, it } from "vitest";
import { peopleOf } from "./campaign-form.tsx";

const roles = [
  { code: "insideSales", label: { de: "Innendienst", en: "Inside sales" }, aliases: ["office"] },
  { code: "fieldSales", label: { de: "Aussendienst", en: "Field sales" } },
];

describe("who takes part in a time sample", () => {
  it("is one person a line, with a role by code, name in either language or other name", () => {
    const text =
      "Petra Muster: fieldSales\n\n  Reto : aussendienst \nAnna: Field sales\nUrs: Office\n: nobody";
    expect(peopleOf(text, roles).map(({ person, role }) => `${person} ${role}`)).toEqual([
      "Petra Muster fieldSales",
      "Reto fieldSales",
      "Anna fieldSales",
      "Urs insideSales",
    ]);
  });

  it("is the first role where none is named, and none where nobody knows it", () => {
    expect(peopleOf("Reto\nAnna: pilot", roles)).toEqual([
      { person: "Reto", named: "", role: "insideSales" },
      { person: "Anna", named: "pilot", role: null },
    ]);
  });
});
