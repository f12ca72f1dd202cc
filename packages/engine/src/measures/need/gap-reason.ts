import { countText } from "../../figure-text.ts";
import type { Text } from "../measure-contract.ts";
import { peerLevels } from "./report-contract.ts";

interface Gap {
  readonly field: string;
  readonly peerLevel: number;
  readonly peers: number;
  readonly peersBuying: number;
  readonly branch: string | null;
  readonly staffClass: string | null;
  readonly region: string | null;
}

/** Why a field of a customer is a gap, in one sentence with the firms it was compared with. */
export function gapReason(gap: Gap): Text {
  const { field, peers, peersBuying } = gap;
  const group = groupOf(gap);
  const [buying, all] = [countText(peersBuying), countText(peers)];
  return {
    de: `${buying.de} von ${all.de} vergleichbaren Betrieben (${group.de}) kaufen ${field} bei uns, dieser nicht.`,
    en: `${buying.en} of ${all.en} comparable firms (${group.en}) buy ${field} from us, this one does not.`,
  };
}

function groupOf({ peerLevel, branch, staffClass, region }: Gap): Text {
  const staff = { de: `${staffClass} Mitarbeitende`, en: `staff of ${staffClass}` };
  switch (peerLevels[peerLevel]) {
    case "branchStaffRegion":
      return { de: `${branch}, ${staff.de}, ${region}`, en: `${branch}, ${staff.en}, ${region}` };
    case "branchStaff":
      return { de: `${branch}, ${staff.de}`, en: `${branch}, ${staff.en}` };
    case "branch":
      return { de: `${branch}`, en: `${branch}` };
    default:
      return {
        de: "alle Branchen, weil die Branche fehlt oder zu selten ist",
        en: "all branches, because the branch is missing or too rare",
      };
  }
}
