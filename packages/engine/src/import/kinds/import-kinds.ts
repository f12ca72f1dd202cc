import { invalid } from "../../units.ts";
import { importKindCodes } from "../kind-codes.ts";
import type { ImportKindCode } from "../result.ts";
import { activities } from "./activities.ts";
import { contacts } from "./contacts.ts";
import type { FieldSpec, ImportKind } from "./contract.ts";
import { contracts } from "./contracts.ts";
import { costOfGoods } from "./cost-of-goods.ts";
import { costPools } from "./cost-pools.ts";
import { customers } from "./customers.ts";
import { deliveries } from "./deliveries.ts";
import { dunning } from "./dunning.ts";
import { insights } from "./insights.ts";
import { orderHeaders } from "./order-headers.ts";
import { partnerCustomers } from "./partner-customers.ts";
import { partners } from "./partners.ts";
import { products } from "./products.ts";
import { returns } from "./returns.ts";
import { saleLines } from "./sale-lines.ts";
import { serviceCases } from "./service-cases.ts";
import { serviceElements } from "./service-elements.ts";
import { surveys } from "./surveys.ts";

/** All import kinds, in the order in which they are offered. To add one: one file, one line here, one code in `result.ts`. */
export const importKinds: readonly ImportKind[] = [
  customers,
  saleLines,
  products,
  costOfGoods,
  contacts,
  orderHeaders,
  deliveries,
  returns,
  activities,
  serviceCases,
  dunning,
  costPools,
  serviceElements,
  contracts,
  partners,
  partnerCustomers,
  surveys,
  insights,
];

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
