import { refuse } from "../refusals.ts";
import { type CellFormat, cellFormat } from "./cell-format.ts";
import { readWholeXml } from "./read-xml.ts";
import { Refused } from "./refused.ts";
import type { ZipPackage } from "./zip-package.ts";

export interface Sheet {
  readonly name: string;
  /** The part that holds its cells. */
  readonly part: string;
  readonly visible: boolean;
}

export interface Workbook {
  /** Work sheets in the order of their tabs; charts and macros are left out. */
  readonly sheets: readonly Sheet[];
  /** Which day is number one: a setting of the workbook (old Macs: 1904). */
  readonly dateSystem: "1900" | "1904";
  /** Format of each style index that cells refer to. */
  readonly formats: readonly CellFormat[];
  /** The part with the shared texts; null when every text stands in its cell. */
  readonly sharedStrings: string | null;
}

interface Relation {
  readonly id: string;
  readonly type: string;
  readonly target: string;
}

/** A target of a relation as the name of a part; relative ones start at the folder of the referring part. */
function partName(target: string, folder: string): string {
  const segments: string[] = [];
  for (const segment of (target.startsWith("/") ? target : `${folder}/${target}`).split("/")) {
    if (segment === "..") segments.pop();
    else if (segment !== "" && segment !== ".") segments.push(segment);
  }
  return segments.join("/");
}

async function readRelations(zip: ZipPackage, file: string, part: string): Promise<Relation[]> {
  const slash = part.lastIndexOf("/");
  const folder = slash < 0 ? "" : part.slice(0, slash);
  const relations: Relation[] = [];
  const path = `${folder === "" ? "" : `${folder}/`}_rels/${part.slice(slash + 1)}.rels`;
  if (!zip.has(path)) return relations;
  await readWholeXml(zip, file, path, {
    open(name, { Id, Type, Target, TargetMode }) {
      if (name !== "Relationship" || TargetMode === "External" || Id === undefined || Target === undefined)
        return;
      relations.push({ id: Id, type: Type?.split("/").at(-1) ?? "", target: partName(Target, folder) });
    },
  });
  return relations;
}

async function readFormats(zip: ZipPackage, file: string, part: string): Promise<CellFormat[]> {
  const codes = new Map<number, string>();
  const formats: CellFormat[] = [];
  let inCellFormats = false;
  await readWholeXml(zip, file, part, {
    open(name, attributes) {
      if (name === "cellXfs") inCellFormats = true;
      if (name === "numFmt") codes.set(Number(attributes.numFmtId), attributes.formatCode ?? "");
      if (name !== "xf" || !inCellFormats) return;
      const id = Number(attributes.numFmtId ?? 0);
      formats.push(cellFormat(id, codes.get(id)));
    },
    close(name) {
      if (name === "cellXfs") inCellFormats = false;
    },
  });
  return formats;
}

/** Reads everything about a workbook but its cells and texts. @throws Refused */
export async function readWorkbook(zip: ZipPackage, file: string): Promise<Workbook> {
  const root = (await readRelations(zip, file, "")).find((relation) => relation.type === "officeDocument");
  const part = root?.target ?? "xl/workbook.xml";
  const relations = await readRelations(zip, file, part);
  const listed: { name: string; id: string; visible: boolean }[] = [];
  let dateSystem: Workbook["dateSystem"] = "1900";
  await readWholeXml(zip, file, part, {
    open(name, attributes) {
      if (name === "workbookPr" && /^(1|true)$/.test(attributes.date1904 ?? "")) dateSystem = "1904";
      if (name !== "sheet") return;
      const id = Object.entries(attributes).find(([key]) => key.endsWith(":id"))?.[1] ?? "";
      const visible = !/hidden/i.test(attributes.state ?? "");
      listed.push({ name: attributes.name ?? "", id, visible });
    },
  });
  const target = (type: string) => relations.find((relation) => relation.type === type)?.target ?? null;
  const sheets = listed.flatMap(({ name, id, visible }) => {
    const relation = relations.find((each) => each.id === id && each.type === "worksheet");
    return relation === undefined ? [] : [{ name, part: relation.target, visible }];
  });
  if (sheets.length === 0) throw new Refused(refuse.sheetDamaged(file, part));
  const styles = target("styles");
  return {
    sheets,
    dateSystem,
    formats: styles === null ? [] : await readFormats(zip, file, styles),
    sharedStrings: target("sharedStrings"),
  };
}
