import { describe, expect, it } from "vitest";
import { peopleOf } from "./campaign-form.tsx";

describe("who takes part in a time sample", () => {
  it("is one person a line, with a role or as inside sales", () => {
    expect(peopleOf("Petra Muster: keyAccount\n\n  Reto  \n: nobody")).toEqual([
      { person: "Petra Muster", role: "keyAccount" },
      { person: "Reto", role: "insideSales" },
    ]);
  });
});
