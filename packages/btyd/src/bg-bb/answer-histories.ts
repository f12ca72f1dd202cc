import { checkOpportunityColumns, checkOpportunityHistory } from "./check-opportunities.ts";
import { opportunityKey } from "./compress-opportunities.ts";
import type { OpportunityColumns, OpportunityHistory } from "./contract.ts";

/** Answers for one history of which the parts are possible: x, t_x, n. */
export type HistoryAnswer<Answer> = (x: number, recency: number, n: number) => Answer;

/** @throws RangeError when no customer can have this history. */
export function answerOne<Answer>(customer: OpportunityHistory, answer: HistoryAnswer<Answer>): Answer {
  checkOpportunityHistory(customer);
  return answer(customer.frequency, customer.recency, customer.opportunities);
}

/** @throws RangeError naming the first row that no customer can have. */
export function answerEach(histories: OpportunityColumns, answer: HistoryAnswer<number>): Float64Array {
  return Float64Array.from(distinctAnswers(histories, answer));
}

/** A base has few distinct histories of opportunities: each is answered once. Row i belongs to row i. */
export function distinctAnswers<Answer>(
  histories: OpportunityColumns,
  answer: HistoryAnswer<Answer>,
): Answer[] {
  const rows = checkOpportunityColumns(histories);
  const { frequency, recency, opportunities } = histories;
  const known = new Map<number, Answer>();
  const answers = new Array<Answer>(rows);
  for (let row = 0; row < rows; row++) {
    const key = opportunityKey(frequency[row]!, recency[row]!, opportunities[row]!);
    let found = known.get(key);
    if (found === undefined) {
      found = answer(frequency[row]!, recency[row]!, opportunities[row]!);
      known.set(key, found);
    }
    answers[row] = found;
  }
  return answers;
}
