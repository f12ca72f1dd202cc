import { describe, expect, it } from "vitest";
import { biasWord } from "./forecast-sentence.ts";

describe("the word for a total that was off", () => {
  it("tells the direction of what would be shown as a percentage", () => {
    expect(biasWord(-0.12)).toBe("few");
    expect(biasWord(0.001)).toBe("many");
  });

  it("calls right what would be shown as 0 %, and claims nothing without a check", () => {
    expect(biasWord(0.0004)).toBe("right");
    expect(biasWord(-0.0004)).toBe("right");
    expect(biasWord(null)).toBe("unknown");
  });
});
