import { SaxesParser } from "saxes";
import { refuse } from "../refusals.ts";
import type { ReadContext } from "../source-file.ts";
import { Refused } from "./refused.ts";
import type { ZipPackage } from "./zip-package.ts";

/** Events of one part; names come without namespace prefix. */
export interface XmlHandler {
  open(name: string, attributes: Record<string, string>): void;
  text?(text: string): void;
  close?(name: string): void;
}

/** A single text or tag that is longer than this is an attack; a cell holds at most 32,767 characters. */
const maxSilentChars = 16_000_000;

const localName = (name: string) => {
  const colon = name.indexOf(":");
  return colon < 0 ? name : name.slice(colon + 1);
};

/**
 * Parses a part as a stream. Yields after every chunk, so that the caller can write what the handler collected and stop
 * when it has enough. Document types are refused and entities are not expanded.
 * @throws Refused, Cancelled
 */
export async function* readXml(
  zip: ZipPackage,
  file: string,
  part: string,
  handler: XmlHandler,
  context: ReadContext = {},
): AsyncGenerator<void> {
  const parser = new SaxesParser({ position: false, xmlns: false as const });
  let silent = 0;
  parser.on("doctype", () => {
    throw new Refused(refuse.sheetUnsafe(file, "DOCTYPE"));
  });
  parser.on("opentag", (tag) => {
    silent = 0;
    handler.open(localName(tag.name), tag.attributes);
  });
  parser.on("closetag", (tag) => {
    silent = 0;
    handler.close?.(localName(tag.name));
  });
  if (handler.text !== undefined) {
    parser.on("text", (text) => handler.text?.(text));
    parser.on("cdata", (text) => handler.text?.(text));
  }
  const decoder = new TextDecoder("utf-8");
  const feed = (work: () => void) => {
    try {
      work();
    } catch (error) {
      if (error instanceof Refused) throw error;
      // Anything else comes from the parser: the handlers do not throw.
      throw new Refused(refuse.sheetDamaged(file, part));
    }
  };
  for await (const chunk of zip.chunks(part, context)) {
    const text = decoder.decode(chunk, { stream: true });
    silent += text.length;
    if (silent > maxSilentChars) throw new Refused(refuse.sheetUnsafe(file, part));
    feed(() => parser.write(text));
    yield;
  }
  feed(() => parser.close());
}

/** Reads a small part to its end. */
export async function readWholeXml(
  zip: ZipPackage,
  file: string,
  part: string,
  handler: XmlHandler,
  context: ReadContext = {},
): Promise<void> {
  for await (const _ of readXml(zip, file, part, handler, context));
}
