import type { ImportKindCode } from "../../import/result.ts";
import { customerContractStatements } from "../events/customer-contracts-contract.ts";
import {
  deliveryStatements,
  dunningStatements,
  orderHeaderStatements,
  returnStatements,
} from "../events/orders-contract.ts";
import { partnerCustomerStatements, partnerStatements } from "../events/partners-contract.ts";
import { costPoolStatements, serviceElementStatements } from "../events/resources-contract.ts";
import { activityStatements, serviceCaseStatements } from "../events/talks-contract.ts";
import { insightStatements, surveyStatements } from "../events/voices-contract.ts";
import type { EventKindCode, StatementKind } from "./contract.ts";
import { contactStatements, costStatements, customerStatements, productStatements } from "./master-data.ts";

/** What happened besides sales, and what serving costs. */
export const eventStatements: readonly StatementKind[] = [
  orderHeaderStatements,
  deliveryStatements,
  returnStatements,
  activityStatements,
  serviceCaseStatements,
  dunningStatements,
  costPoolStatements,
  serviceElementStatements,
  customerContractStatements,
  partnerStatements,
  partnerCustomerStatements,
  surveyStatements,
  insightStatements,
];

export const statementKinds: readonly StatementKind[] = [
  customerStatements,
  productStatements,
  costStatements,
  contactStatements,
  ...eventStatements,
];

export function statementKind(kind: ImportKindCode | EventKindCode): StatementKind | null {
  return statementKinds.find((candidate) => candidate.kind === kind) ?? null;
}
