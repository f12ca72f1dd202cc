import type { ResponsibilityReport } from "@kleinod/engine/segments/responsibility/report-contract.ts";
import { useElementSize } from "@mantine/hooks";
import { useCallback, useMemo } from "react";
import { useTexts } from "../i18n/index.ts";
import { enumLabel } from "../measures/cell-value.tsx";
import type { TableColumn } from "../ui/table-column.ts";
import { ChartFrame } from "./chart-frame.tsx";
import { leakFlowLayout } from "./leak-flow-layout.ts";

type Leak = ResponsibilityReport["leak"];
type Flow = Leak["flows"][number];
const height = 380;
const labelWidth = 8;
/** Below this the names are shortened, and their hours stand in the table only. */
const narrowWidth = 560;
const shortened = (name: string) => (name.length > 14 ? `${name.slice(0, 13)}…` : name);

/** Sankey of specialist time; amber is what nobody assigned. */
export function LeakFlows({ leak, currency }: { leak: Leak; currency: string | null }) {
  const texts = useTexts();
  const { t, format, pick } = texts;
  const { ref, width } = useElementSize();
  const roleLabel = useCallback(
    (code: string) => {
      const role = leak.byRole.find((one) => one.role === code);
      return role === undefined ? code : pick(role.label);
    },
    [leak.byRole, pick],
  );
  const groupLabel = useCallback(
    ({ sizeClass }: Flow) =>
      sizeClass === "none" ? t("responsibility.leak.none") : enumLabel(sizeClass, texts),
    [t, texts],
  );
  const graph = useMemo(
    () =>
      leakFlowLayout(
        leak.flows,
        {
          role: roleLabel,
          noReason: t("responsibility.leak.noReason"),
          otherReasons: t("responsibility.leak.otherReasons"),
          group: groupLabel,
        },
        { width: Math.max(280, width), height, margin: labelWidth },
      ),
    [leak.flows, width, t, roleLabel, groupLabel],
  );
  const isNarrow = width < narrowWidth;
  const hours = (minutes: number) => format.count(Math.round(minutes / 60));
  const columns: TableColumn<Flow>[] = [
    { code: "role", label: t("responsibility.leak.role"), cell: (row) => roleLabel(row.role) },
    {
      code: "reason",
      label: t("responsibility.leak.reason"),
      cell: (row) => row.reason ?? t("responsibility.leak.noReason"),
    },
    { code: "group", label: t("responsibility.leak.group"), cell: groupLabel },
    {
      code: "hours",
      label: t("responsibility.leak.hours"),
      isNumber: true,
      sortValue: (row) => row.minutes,
      cell: (row) => hours(row.minutes),
    },
    {
      code: "cost",
      label: t("responsibility.leak.money"),
      isNumber: true,
      sortValue: (row) => row.costCents,
      cell: (row) => format.money(row.costCents, currency),
    },
  ];
  return (
    <ChartFrame
      title={t("responsibility.leak.picture")}
      hint={t("responsibility.leak.pictureHint")}
      alternative={t("responsibility.leak.alternative", {
        share: leak.ratio === null ? t("frame.unclear") : format.percent(leak.ratio),
        roles: leak.byRole.map((role) => pick(role.label)).join(", "),
      })}
      columns={columns}
      rows={leak.flows}
    >
      <div ref={ref} aria-hidden="true" style={{ minHeight: height }}>
        <svg aria-hidden="true" width={Math.max(280, width)} height={height} style={{ maxWidth: "100%" }}>
          {graph.links.map((link) => (
            <path
              key={`${link.index}`}
              d={graph.path(link)}
              fill="none"
              stroke={link.isLeak ? "var(--k-small)" : "var(--k-accent)"}
              strokeOpacity={link.isLeak ? 0.6 : 0.25}
              strokeWidth={Math.max(1, link.width ?? 1)}
            >
              <title>{`${hours(link.minutes)} h, ${format.money(link.costCents, currency)}`}</title>
            </path>
          ))}
          {graph.nodes.map((node) => {
            const { x0 = 0, x1 = 0, y0 = 0, y1 = 0 } = node;
            const isLast = node.side === "group";
            return (
              <g key={node.key}>
                <rect
                  x={x0}
                  y={y0}
                  width={x1 - x0}
                  height={Math.max(1, y1 - y0)}
                  fill="var(--k-ink)"
                  opacity={0.7}
                />
                <text
                  x={isLast ? x0 - 6 : x1 + 6}
                  y={(y0 + y1) / 2}
                  dy="0.35em"
                  textAnchor={isLast ? "end" : "start"}
                  fontSize={isNarrow ? 10 : 12}
                  fill="var(--k-ink)"
                  // Streams pass behind the names.
                  stroke="var(--k-surface)"
                  strokeWidth={3}
                  paintOrder="stroke"
                >
                  {isNarrow ? shortened(node.name) : `${node.name}, ${hours(node.value ?? 0)} h`}
                </text>
              </g>
            );
          })}
        </svg>
      </div>
    </ChartFrame>
  );
}
