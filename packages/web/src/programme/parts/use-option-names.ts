import { leverOption } from "@kleinod/engine/programme/lever-options.ts";
import { useTexts } from "../../i18n/index.ts";

/** Names of lever options by code; a code that this release does not know stands for itself. */
export function useOptionNames(): (code: string) => string {
  const { pick } = useTexts();
  return (code) => {
    const option = leverOption(code);
    return option === undefined || option === null ? code : pick(option.name);
  };
}
