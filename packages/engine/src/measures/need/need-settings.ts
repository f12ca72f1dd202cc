import type { MeasureSettings } from "../settings-contract.ts";

/** The parameters of the need profile and of the need gaps. */
export interface NeedSettings {
  readonly fieldByGroup: Readonly<Record<string, string>>;
  readonly contactWeight: number;
  readonly leastPeers: number;
  readonly gapShare: number;
  /** In small letters. */
  readonly urgentPriorities: readonly string[];
}

/** Reads them; their schemas were checked when they were entered. */
export function needSettings({ values }: MeasureSettings): NeedSettings {
  const priorities = values["needs.urgentPriorities"] as Readonly<Record<string, boolean>>;
  return {
    fieldByGroup: values["needs.fieldByGroup"] as NeedSettings["fieldByGroup"],
    contactWeight: values["needs.contactWeight"] as number,
    leastPeers: values["needs.leastPeers"] as number,
    gapShare: values["needs.gapShare"] as number,
    urgentPriorities: Object.keys(priorities).filter((priority) => priorities[priority]),
  };
}
