/** Words by which an element of service is recognised as advice: help with the customer's own problem. */
const adviceWords =
  /berat|schulung|training|workshop|advice|advis|consult|engineering|technik|planung|planning|support|coaching|einweisung|instruktion/i;

/** Whether the name of an element says that it is advice; null: the name says nothing, a person has to. */
export function adviceFromName(element: string): true | null {
  return adviceWords.test(element) ? true : null;
}
