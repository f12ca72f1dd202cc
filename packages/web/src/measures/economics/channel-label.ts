import type { Texts } from "../../i18n/index.ts";

const known = ["phone", "mail", "web", "field", "edi", "counter", "partner", "unknown"] as const;

/** Name of a channel; one that we do not know is shown as it is, none as unknown. */
export function channelLabel(channel: string | null, { t }: Texts): string {
  const code = known.find((one) => one === (channel ?? "unknown"));
  return code === undefined ? (channel ?? "") : t(`channels.${code}`);
}
