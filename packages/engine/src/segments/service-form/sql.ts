import { supportBreadths } from "../../measures/need/recommendation-contract.ts";
import type { MeasureSettings } from "../../measures/settings-contract.ts";
import { serviceFormSettings } from "./service-form-settings.ts";

/**
 * Creates `m_need`: the profile of `m_need_profile` with the recommended breadth and form. The same rules as in
 * recommend.ts; the columns that breadth reads come from the profile alone.
 */
export function serviceFormSql(settings: MeasureSettings): string[] {
  const form = serviceFormSettings(settings);
  const names = supportBreadths.map((name) => `'${name}'`).join(", ");
  return [
    `CREATE OR REPLACE TABLE m_need AS
WITH partner AS (
  SELECT DISTINCT customer_id FROM partner_customer_current
  WHERE customer_id IS NOT NULL AND (until IS NULL OR until > DATE '${settings.asOf}')
    AND (since IS NULL OR since <= DATE '${settings.asOf}')
),
side AS (
  SELECT n.*, z.size_class,
    coalesce(c.contribution_avoidable_cents, s.contribution1_last12_cents) AS contribution_cents,
    p.customer_id IS NOT NULL AS has_partner,
    coalesce(n.need_urgency >= ${form.urgentRatio}, false) AS is_urgent
  FROM m_need_profile n
  LEFT JOIN m_size z ON z.customer_id = n.customer_id
  LEFT JOIN m_sales s ON s.customer_id = n.customer_id
  LEFT JOIN m_cost_to_serve c ON c.customer_id = n.customer_id
  LEFT JOIN partner p ON p.customer_id = n.customer_id
),
broad AS (
  SELECT *, CASE WHEN need_breadth IS NOT NULL THEN least(3,
      CAST(need_breadth >= ${form.extendedFrom} AS INTEGER) + CAST(need_breadth >= ${form.broadFrom} AS INTEGER)
      + CAST(need_breadth >= ${form.comprehensiveFrom} AS INTEGER)
      + CAST(need_reasons >= ${form.variedReasons} OR is_urgent AS INTEGER)) END AS step
  FROM side
)
SELECT * EXCLUDE (is_urgent, step),
  [${names}][step + 1] AS support_breadth,
  CASE WHEN step IS NULL THEN NULL
    WHEN has_partner THEN 'partner'
    WHEN step >= 2 AND contribution_cents >= ${form.fieldFromCents} THEN 'field'
    WHEN step >= 2 THEN 'namedGeneralist'
    WHEN electronic_ratio >= ${form.electronicRatio} AND NOT is_urgent THEN 'portal'
    WHEN size_class = 'large' THEN 'namedGeneralist'
    ELSE 'poolGeneralist' END AS support_form
FROM broad`,
  ];
}
