import { crc32, deflateRawSync } from "node:zlib";

/** A zip archive of the given parts, for tests: hostile ones included, which no library would write. */
export function makeZip(parts: Readonly<Record<string, string | Buffer>>): Buffer {
  const local: Buffer[] = [];
  const central: Buffer[] = [];
  let offset = 0;
  for (const [part, content] of Object.entries(parts)) {
    const name = Buffer.from(part);
    const raw = Buffer.from(content);
    const packed = deflateRawSync(raw);
    const fields = Buffer.alloc(26);
    fields.writeUInt16LE(20, 0);
    fields.writeUInt16LE(8, 4);
    fields.writeUInt32LE(crc32(raw), 10);
    fields.writeUInt32LE(packed.length, 14);
    fields.writeUInt32LE(raw.length, 18);
    fields.writeUInt16LE(name.length, 22);
    const header = Buffer.concat([Buffer.from("PK\x03\x04"), fields, name]);
    local.push(header, packed);
    const more = Buffer.alloc(14);
    more.writeUInt32LE(offset, 10);
    central.push(Buffer.concat([Buffer.from("PK\x01\x02"), Buffer.from([20, 0]), fields, more, name]));
    offset += header.length + packed.length;
  }
  const directory = Buffer.concat(central);
  const end = Buffer.alloc(18);
  end.writeUInt16LE(central.length, 4);
  end.writeUInt16LE(central.length, 6);
  end.writeUInt32LE(directory.length, 8);
  end.writeUInt32LE(offset, 12);
  return Buffer.concat([...local, directory, Buffer.from("PK\x05\x06"), end]);
}

const relationType = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
const relations = (list: readonly [id: string, type: string, target: string][]) =>
  `<Relationships>${list
    .map(
      ([id, type, target]) => `<Relationship Id="${id}" Type="${relationType}/${type}" Target="${target}"/>`,
    )
    .join("")}</Relationships>`;

export interface TestWorkbook {
  /** Name of each sheet and the XML of its rows. */
  readonly sheets: Readonly<Record<string, string>>;
  /** XML of the `<si>` elements. */
  readonly sharedStrings?: string;
  /** XML inside of `<styleSheet>`. */
  readonly styles?: string;
  readonly workbookProperties?: string;
}

/** The parts of a small .xlsx file, to be changed at will before `makeZip`. */
export function workbookParts(workbook: TestWorkbook): Record<string, string> {
  const sheets = Object.entries(workbook.sheets);
  const list = sheets.map(
    ([name], index) => `<sheet name="${name}" sheetId="${index + 1}" r:id="s${index}"/>`,
  );
  return {
    "[Content_Types].xml": "<Types/>",
    "_rels/.rels": relations([["r1", "officeDocument", "xl/workbook.xml"]]),
    "xl/workbook.xml": `<workbook xmlns:r="r">${workbook.workbookProperties ?? ""}<sheets>${list.join("")}</sheets></workbook>`,
    "xl/_rels/workbook.xml.rels": relations([
      ...sheets.map(
        (_, index) => [`s${index}`, "worksheet", `worksheets/sheet${index}.xml`] as [string, string, string],
      ),
      ["t", "sharedStrings", "sharedStrings.xml"],
      ["f", "styles", "styles.xml"],
    ]),
    "xl/sharedStrings.xml": `<sst>${workbook.sharedStrings ?? ""}</sst>`,
    "xl/styles.xml": `<styleSheet>${workbook.styles ?? ""}</styleSheet>`,
    ...Object.fromEntries(
      sheets.map(([, rows], index) => [
        `xl/worksheets/sheet${index}.xml`,
        `<worksheet><sheetData>${rows}</sheetData></worksheet>`,
      ]),
    ),
  };
}
