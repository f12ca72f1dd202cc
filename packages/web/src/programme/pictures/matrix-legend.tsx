import { useTexts } from "../../i18n/index.ts";
import { ruleKindOrder } from "./rule-kind-order.ts";
import { RuleKindShape } from "./rule-kind-shape.tsx";

/** Seven shapes need their names. */
export function MatrixLegend() {
  const { t } = useTexts();
  return (
    <ul className="k-legend">
      {ruleKindOrder.map((kind) => (
        <li key={kind}>
          <svg width={18} height={18} viewBox="-9 -9 18 18" aria-hidden="true">
            <RuleKindShape kind={kind} />
          </svg>
          {t(`programme.ruleKinds.${kind}`)}
        </li>
      ))}
    </ul>
  );
}
