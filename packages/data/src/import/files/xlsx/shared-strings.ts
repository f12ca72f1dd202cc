import { refuse } from "../refusals.ts";
import type { ReadContext } from "../source-file.ts";
import { readWholeXml } from "./read-xml.ts";
import { Refused } from "./refused.ts";
import { RichText } from "./rich-text.ts";
import type { ZipPackage } from "./zip-package.ts";

/** The texts that cells refer to by number. Held in memory, within `maxChars` in total. @throws Refused, Cancelled */
export async function readSharedStrings(
  zip: ZipPackage,
  file: string,
  part: string | null,
  maxChars: number,
  context: ReadContext,
): Promise<string[]> {
  const strings: string[] = [];
  if (part === null || !zip.has(part)) return strings;
  const text = new RichText();
  let chars = 0;
  const handler = {
    open(name: string) {
      if (name === "si") text.start();
      else text.open(name);
    },
    text(value: string) {
      text.add(value);
    },
    close(name: string) {
      text.close(name);
      if (name !== "si") return;
      const value = text.value();
      // 16 characters for the string itself: millions of empty ones are large as well.
      chars += value.length + 16;
      if (chars > maxChars) throw new Refused(refuse.sheetTexts(file));
      strings.push(value);
    },
  };
  await readWholeXml(zip, file, part, handler, context);
  return strings;
}
