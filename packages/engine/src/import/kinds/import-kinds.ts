import { invalid } from "../../units.ts";
import { type ImportKindCode, importKindCodes } from "../result.ts";
import { contacts } from "./contacts.ts";
import type { FieldSpec, ImportKind } from "./contract.ts";
import { costOfGoods } from "./cost-of-goods.ts";
import { customers } from "./customers.ts";
import { products } from "./products.ts";
import { saleLines } from "./sale-lines.ts";

/** All import kinds, in the order in which they are offered. To add one: one file, one line here, one code in `result.ts`. */
export const importKinds: readonly ImportKind[] = [customers, saleLines, products, costOfGoods, contacts];

/** @throws RangeError when the code is unknown. */
export function importKind(code: ImportKindCode): ImportKind {
  const kind = importKinds.find((candidate) => candidate.code === code);
  if (kind === undefined) throw invalid("import kind", code, `one of ${importKindCodes.join(", ")}`);
  return kind;
}

/** @throws RangeError when the kind has no such field. */
export function fieldOf(kind: ImportKind, code: string): FieldSpec {
  const field = kind.fields.find((candidate) => candidate.code === code);
  if (field === undefined) {
    throw invalid("field", code, `one of ${kind.fields.map((each) => each.code).join(", ")}`, kind.code);
  }
  return field;
}
