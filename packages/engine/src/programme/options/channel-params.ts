import { type PlanningChannel, planningChannels } from "../contracts/drivers.ts";
import type { OptionParam, OptionParams } from "../contracts/option-contract.ts";
import { type Both, choice, choices, listOf, textOf } from "./option-parts.ts";

const channelNames: Readonly<Record<PlanningChannel, Both>> = {
  phone: ["Telefon", "Phone"],
  mail: ["E-Mail", "E-mail"],
  web: ["Webshop", "Web shop"],
  field: ["Aussendienst", "Field sales"],
  edi: ["Elektronische Bestellung (EDI)", "Electronic order (EDI)"],
  counter: ["Abholtheke", "Counter"],
  partner: ["Partner", "Partner"],
  unknown: ["unbekannt", "unknown"],
};

export const channelList = (name: string, label: Both, usual: readonly PlanningChannel[]): OptionParam =>
  choices(name, label, channelNames, usual);

export const channelChoice = (name: string, label: Both, usual: PlanningChannel): OptionParam =>
  choice(name, label, channelNames, usual);

const isChannel = (code: string): code is PlanningChannel => planningChannels.some((known) => known === code);

/** @throws when the plan was not checked before. */
export const channelsOf = (params: OptionParams, name: string): PlanningChannel[] =>
  listOf(params, name).filter(isChannel);

/** @throws when the plan was not checked before. */
export function channelOf(params: OptionParams, name: string): PlanningChannel {
  const code = textOf(params, name);
  if (!isChannel(code)) throw new Error(`params.${name} is "${code}"; expected a channel: check the plan.`);
  return code;
}
