import { costDrivers } from "../../contracts/drivers.ts";
import { channelCount, type PreparedBase, type YearState } from "./prepared-contract.ts";

/** Room for the rows of a base; `resetYear` fills it. */
export function newYearState({ base }: PreparedBase): YearState {
  const column = () => new Float64Array(base.rows);
  return {
    orders: new Float64Array(base.rows * channelCount),
    entryCents: new Float64Array(base.rows * channelCount),
    entryMinutes: new Float64Array(base.rows * channelCount),
    driverCents: columns(costDrivers, column),
    driverMinutes: columns(costDrivers, column),
    visits: column(),
    salesCents: column(),
    contribution1Cents: column(),
    orderFeesCents: column(),
    customerFeesCents: column(),
    programmeCents: column(),
    roleMinutes: base.roles.map(column),
    customerMinutes: column(),
    contactPressure: column(),
    customerMoneyCents: column(),
    churnFactor: column(),
    acquisitionFactor: column(),
    present: column(),
    keptCents: column(),
  };
}

/** Everything as it is today. */
export function resetYear(state: YearState, prepared: PreparedBase): void {
  const { base } = prepared;
  state.orders.set(prepared.orders);
  state.entryCents.set(prepared.entryCents);
  state.entryMinutes.set(prepared.entryMinutes);
  for (const driver of costDrivers) {
    state.driverCents[driver].set(base.costCents[driver]);
    state.driverMinutes[driver].set(base.minutes[driver]);
  }
  state.visits.set(base.events.fieldVisits);
  state.salesCents.set(base.salesCents);
  state.contribution1Cents.set(base.contribution1Cents);
  for (const [role, minutes] of state.roleMinutes.entries()) minutes.set(base.roleMinutes[role]!);
  for (const nothing of [
    state.orderFeesCents,
    state.customerFeesCents,
    state.programmeCents,
    state.customerMinutes,
    state.contactPressure,
    state.customerMoneyCents,
    state.keptCents,
  ])
    nothing.fill(0);
  for (const unchanged of [state.churnFactor, state.acquisitionFactor, state.present]) unchanged.fill(1);
}

const columns = <Code extends string>(codes: readonly Code[], column: () => Float64Array) =>
  Object.fromEntries(codes.map((code) => [code, column()])) as Record<Code, Float64Array>;
