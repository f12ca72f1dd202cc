import type { Context } from "hono";
import type { ContentfulStatusCode } from "hono/utils/http-status";

/**
 * Every problem that the API answers with: the one place where a code gets its HTTP status and its title (RFC 9457).
 * Codes are stable, programs look at them; the detail is a sentence for a person.
 */
export const problems = {
  requestInvalid: { status: 400, title: "The request is not understood" },
  valueNotAllowed: { status: 422, title: "The value is not allowed" },
  definitionUnresolved: { status: 422, title: "The definition does not resolve" },
  segmentCodeReserved: { status: 422, title: "The code is taken by a size class" },
  asOfInvalid: { status: 422, title: "The day is no calendar day" },
  planInvalid: { status: 422, title: "The plan says something that is not possible" },
  planMissing: { status: 422, title: "There is no plan in the request" },
  snapshotGone: { status: 422, title: "The snapshot of the plan does not exist any more" },
  reviewDateInvalid: { status: 422, title: "The day of review is not in the future" },
  quarterInvalid: { status: 422, title: "That is no quarter" },
  noteTooLong: { status: 422, title: "The note is too long" },
  tokenInvalid: { status: 401, title: "The token is not valid" },
  hostRefused: { status: 403, title: "This address is not served" },
  originRefused: { status: 403, title: "Requests from other web pages are refused" },
  pathRefused: { status: 403, title: "Paths are taken from the command line only" },
  exampleReadOnly: { status: 403, title: "The example takes no imports" },
  unknownRoute: { status: 404, title: "There is no such route" },
  unknownJob: { status: 404, title: "There is no such job" },
  unknownUpload: { status: 404, title: "There is no such upload" },
  unknownBatch: { status: 404, title: "There is no such batch" },
  unknownCustomer: { status: 404, title: "There is no such customer" },
  unknownFigure: { status: 404, title: "There is no such figure" },
  unknownParameter: { status: 404, title: "There is no such parameter" },
  unknownAccount: { status: 404, title: "There is no such account" },
  unknownDecision: { status: 404, title: "There is no such decision" },
  unknownSegment: { status: 404, title: "There is no such segment" },
  unknownFinding: { status: 404, title: "No rule says that of the plan" },
  unknownOverruling: { status: 404, title: "There is no such overruling" },
  unknownPlan: { status: 404, title: "There is no such plan" },
  unknownOffer: { status: 404, title: "There is no such offer" },
  unknownEntry: { status: 404, title: "There is no such entry" },
  unknownInsight: { status: 404, title: "There is no such insight" },
  unknownCapture: { status: 404, title: "There is no such entry" },
  unknownCampaign: { status: 404, title: "There is no such time sampling" },
  unknownSample: { status: 404, title: "There is no such answer" },
  unknownView: { status: 404, title: "There is no such view" },
  segmentStateRefused: { status: 409, title: "The version is in another state" },
  segmentNotAdmitted: { status: 409, title: "The segment does not pass the admission test" },
  planStateRefused: { status: 409, title: "The version of the plan is in another state" },
  planNotCoherent: { status: 409, title: "Findings block the plan" },
  offerStateRefused: { status: 409, title: "The version of the offer is in another state" },
  offerIncomplete: { status: 409, title: "The offer lacks figures" },
  offerBlocked: { status: 409, title: "A finding blocks the offer" },
  entryStateRefused: { status: 409, title: "The entry is in that state already" },
  decisionReviewed: { status: 409, title: "The decision was reviewed" },
  insightFromFile: { status: 409, title: "The insight comes from a file" },
  batchStateRefused: { status: 409, title: "The batch is in that state already" },
  alreadyUndone: { status: 409, title: "The decision is taken back already" },
  joinsSeparated: { status: 409, title: "Another decision keeps accounts apart" },
  alreadyTogether: { status: 409, title: "The accounts are one customer already" },
  nothingToSplit: { status: 409, title: "There is nothing to take apart" },
  noSmallCustomers: { status: 409, title: "There are no small customers" },
  marginUnknown: { status: 409, title: "No margin is known" },
  noSales: { status: 409, title: "There are no sales yet" },
  cancelled: { status: 409, title: "The work was cancelled" },
  noData: { status: 409, title: "There are no data yet" },
  notMeasured: { status: 409, title: "The data are not measured yet" },
  directoryInUse: { status: 409, title: "Another process owns the data directory" },
  uploadTooLarge: { status: 413, title: "The file is too large" },
  contentTypeRefused: { status: 415, title: "The content type is not taken" },
  internal: { status: 500, title: "Something went wrong" },
  diskFull: { status: 507, title: "There is not enough free space" },
} as const satisfies Record<string, { status: ContentfulStatusCode; title: string }>;

export type ProblemCode = keyof typeof problems;

export interface ProblemDocument {
  readonly type: string;
  readonly title: string;
  readonly status: number;
  readonly detail: string;
  readonly code: ProblemCode;
  /** The parts of the problem where there are several, each with its place. */
  readonly issues?: readonly ProblemIssue[];
}

export interface ProblemIssue {
  readonly code: string;
  readonly place: string;
  readonly detail: string;
}

/** A refusal on its way to the HTTP answer; only the edge throws it, domain code returns its refusals. */
export class ApiProblem extends Error {
  constructor(
    readonly code: ProblemCode,
    readonly detail: string,
    readonly issues?: readonly ProblemIssue[],
  ) {
    super(detail);
    this.name = "ApiProblem";
  }
}

export function problemDocument(
  code: ProblemCode,
  detail: string,
  issues?: readonly ProblemIssue[],
): ProblemDocument {
  const { status, title } = problems[code];
  const document = { type: `/api/docs#${code}`, title, status, detail, code };
  return issues === undefined ? document : { ...document, issues };
}

export function problemResponse(
  c: Context,
  code: ProblemCode,
  detail: string,
  issues?: readonly ProblemIssue[],
): Response {
  return c.body(JSON.stringify(problemDocument(code, detail, issues)), problems[code].status, {
    "content-type": "application/problem+json",
  });
}
