import type { LeverOption } from "./contracts/option-contract.ts";
import { grow } from "./options/l1a-grow.ts";
import { holdAndDeepen } from "./options/l1b-hold-and-deepen.ts";
import { reactivateDormant } from "./options/l1c-reactivate-dormant.ts";
import { handOver } from "./options/l1d-hand-over.ts";
import { minimumCustomerValue } from "./options/l1e-minimum-customer-value.ts";
import { leanCore } from "./options/l2a-lean-core.ts";
import { tradePackage } from "./options/l2b-trade-package.ts";
import { automaticReplenishment } from "./options/l2c-automatic-replenishment.ts";
import { assortmentCut } from "./options/l2d-assortment-cut.ts";
import { startUpConcierge } from "./options/l2e-start-up-concierge.ts";
import { smallOrderSurcharge } from "./options/l3a-small-order-surcharge.ts";
import { minimumOrderValue } from "./options/l3b-minimum-order-value.ts";
import { freightThreshold } from "./options/l3c-freight-threshold.ts";
import { channelPrice } from "./options/l3d-channel-price.ts";
import { paymentPrice } from "./options/l3e-payment-price.ts";
import { simpleNetPrice } from "./options/l3f-simple-net-price.ts";
import { serviceFee } from "./options/l3g-service-fee.ts";
import { visitRule } from "./options/l4a-visit-rule.ts";
import { remoteGeneralist } from "./options/l4b-remote-generalist.ts";
import { eventPlays } from "./options/l4c-event-plays.ts";
import { oneToMany } from "./options/l4d-one-to-many.ts";
import { referral } from "./options/l4e-referral.ts";
import { webShop } from "./options/l5a-web-shop.ts";
import { selfService } from "./options/l5b-self-service.ts";
import { pickUpCounter } from "./options/l5c-pick-up-counter.ts";
import { premiumPhone } from "./options/l5d-premium-phone.ts";
import { switchOffChannel } from "./options/l5e-switch-off-channel.ts";
import { orderAutomation } from "./options/l6a-order-automation.ts";
import { dataFoundation } from "./options/l6b-data-foundation.ts";
import { generalistCockpit } from "./options/l6c-generalist-cockpit.ts";
import { failureDemand } from "./options/l6d-failure-demand.ts";
import { customerToolIntegration } from "./options/l6e-customer-tool-integration.ts";
import { separateUnit } from "./options/l7a-separate-unit.ts";
import { namedPool } from "./options/l7b-named-pool.ts";
import { compensationChange } from "./options/l7c-compensation-change.ts";
import { outsourcedInsideSales } from "./options/l7d-outsourced-inside-sales.ts";
import { dealerMobilisation } from "./options/l8a-dealer-mobilisation.ts";
import { multipliers } from "./options/l8b-multipliers.ts";
import { takeBack } from "./options/l8c-take-back.ts";
import { customersHelpCustomers } from "./options/l8d-customers-help-customers.ts";
import { supplierConsortium } from "./options/l8e-supplier-consortium.ts";

/** Every option of every lever, in the order of domain.md §2.1. To add one: a file in `options`, a line here. */
export const leverOptions: readonly LeverOption[] = [
  grow,
  holdAndDeepen,
  reactivateDormant,
  handOver,
  minimumCustomerValue,
  leanCore,
  tradePackage,
  automaticReplenishment,
  assortmentCut,
  startUpConcierge,
  smallOrderSurcharge,
  minimumOrderValue,
  freightThreshold,
  channelPrice,
  paymentPrice,
  simpleNetPrice,
  serviceFee,
  visitRule,
  remoteGeneralist,
  eventPlays,
  oneToMany,
  referral,
  webShop,
  selfService,
  pickUpCounter,
  premiumPhone,
  switchOffChannel,
  orderAutomation,
  dataFoundation,
  generalistCockpit,
  failureDemand,
  customerToolIntegration,
  separateUnit,
  namedPool,
  compensationChange,
  outsourcedInsideSales,
  dealerMobilisation,
  multipliers,
  takeBack,
  customersHelpCustomers,
  supplierConsortium,
];

const byCode: ReadonlyMap<string, LeverOption> = new Map(leverOptions.map((option) => [option.code, option]));

/** The option of a code such as `L3a`; undefined where there is none. */
export const leverOption = (code: string): LeverOption | undefined => byCode.get(code);
