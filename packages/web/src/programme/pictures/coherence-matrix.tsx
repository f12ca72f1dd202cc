import type { CoherenceRule } from "@kleinod/engine/programme/coherence/rule-contract.ts";
import type { CoherenceFinding, RuleKind } from "@kleinod/engine/programme/contracts/finding-contract.ts";
import { type Lever, levers } from "@kleinod/engine/programme/contracts/option-contract.ts";
import { useElementSize } from "@mantine/hooks";
import { useId, useMemo } from "react";
import { ChartFrame } from "../../charts/chart-frame.tsx";
import { useTexts } from "../../i18n/index.ts";
import type { TableColumn } from "../../ui/table-column.ts";
import { HatchPattern } from "../parts/severity-mark.tsx";
import { type MatrixCell, matrixCells } from "./matrix-cells.ts";
import { MatrixLegend } from "./matrix-legend.tsx";
import { RuleKindShape } from "./rule-kind-shape.tsx";

interface CoherenceMatrixProps {
  findings: readonly CoherenceFinding[];
  rules: readonly CoherenceRule[];
  /** Goes to what is said between two levers. */
  onPair: (pair: readonly [Lever, Lever]) => void;
  pairHref: (pair: readonly [Lever, Lever]) => string;
}

const narrowWidth = 620;
const head = 28;

/** Every lever against every other: which rules hold between them, and which of them speak of this plan. */
export function CoherenceMatrix({ findings, rules, onPair, pairHref }: CoherenceMatrixProps) {
  const { t } = useTexts();
  const hatch = useId();
  const { ref, width } = useElementSize();
  const cells = useMemo(() => matrixCells(findings, rules), [findings, rules]);
  const isNarrow = width < narrowWidth;
  const side = isNarrow ? 26 : 190;
  const step = Math.max(28, Math.min(84, (width - side) / levers.length));
  const high = Math.min(step, 58);
  const place = (lever: Lever) => levers.indexOf(lever);
  const name = (lever: Lever) => `${lever} ${t(`programme.levers.${lever}`)}`;
  const kinds = (of: readonly RuleKind[]) => of.map((kind) => t(`programme.ruleKinds.${kind}`)).join(", ");
  const speaking = cells.filter((cell) => cell.speaking.length > 0);
  const columns: TableColumn<MatrixCell>[] = [
    {
      code: "first",
      label: t("programme.matrix.first"),
      sortValue: ({ pair }) => pair[0],
      cell: ({ pair }) => name(pair[0]),
    },
    {
      code: "second",
      label: t("programme.matrix.second"),
      sortValue: ({ pair }) => pair[1],
      cell: ({ pair }) => name(pair[1]),
    },
    {
      code: "speaking",
      label: t("programme.matrix.speaking"),
      cell: (cell) =>
        cell.speaking.length === 0 ? (
          "–"
        ) : (
          <a
            href={pairHref(cell.pair)}
            onClick={(event) => {
              event.preventDefault();
              onPair(cell.pair);
            }}
          >
            {cell.rules.speaking.join(", ")} ({kinds(cell.speaking.map(({ kind }) => kind))})
          </a>
        ),
    },
    {
      code: "silent",
      label: t("programme.matrix.silent"),
      cell: (cell) => cell.rules.silent.join(", ") || "–",
    },
  ];
  return (
    <ChartFrame
      title={t("programme.matrix.title")}
      hint={t("programme.matrix.hint")}
      alternative={t("programme.matrix.alternative", {
        n: String(speaking.length),
        pairs: speaking.map(({ pair }) => (pair[0] === pair[1] ? pair[0] : pair.join(" – "))).join(", "),
      })}
      columns={columns}
      rows={cells}
    >
      <div ref={ref}>
        <svg width={Math.max(280, side + step * levers.length)} height={head + high * levers.length}>
          <title>{t("programme.matrix.title")}</title>
          <HatchPattern id={hatch} />
          {levers.map((lever, index) => (
            <g key={lever} fontSize={12} fill="var(--k-ink)">
              <text x={side + step * (index + 0.5)} y={18} textAnchor="middle" fontWeight={600}>
                {lever}
              </text>
              <text x={0} y={head + high * (index + 0.5)} dy="0.35em">
                <tspan fontWeight={600}>{lever}</tspan>
                {isNarrow ? null : <tspan>{` ${t(`programme.levers.${lever}`)}`}</tspan>}
              </text>
            </g>
          ))}
          {levers.flatMap((row, y) =>
            levers
              .slice(y)
              .map((column) => (
                <rect
                  key={`${row}${column}`}
                  x={side + step * place(column) + 1}
                  y={head + high * y + 1}
                  width={step - 2}
                  height={high - 2}
                  rx={4}
                  fill="var(--k-shade)"
                />
              )),
          )}
          {cells.map((cell) => {
            const x = side + step * place(cell.pair[1]);
            const y = head + high * place(cell.pair[0]);
            const drawing = <CellShapes cell={cell} x={x} y={y} width={step} height={high} hatch={hatch} />;
            const key = cell.pair.join("-");
            if (cell.speaking.length === 0) return <g key={key}>{drawing}</g>;
            return (
              <a
                key={key}
                href={pairHref(cell.pair)}
                className="k-matrix-cell"
                aria-label={`${name(cell.pair[0])} – ${name(cell.pair[1])}: ${cell.rules.speaking.join(", ")} (${kinds(cell.speaking.map(({ kind }) => kind))})`}
                onClick={(event) => {
                  event.preventDefault();
                  onPair(cell.pair);
                }}
              >
                {drawing}
              </a>
            );
          })}
        </svg>
      </div>
      <MatrixLegend />
    </ChartFrame>
  );
}

interface CellShapesProps {
  cell: MatrixCell;
  x: number;
  y: number;
  width: number;
  height: number;
  hatch: string;
}

/** Shapes of a cell in rows of what fits: speaking ones first, silent ones pale. */
function CellShapes({ cell, x, y, width, height, hatch }: CellShapesProps) {
  const shapes = [
    ...cell.speaking.map(({ kind }) => ({ kind, isSilent: false })),
    ...cell.silent.map((kind) => ({ kind, isSilent: true })),
  ];
  const perRow = Math.max(1, Math.floor((width - 4) / 18));
  const rows = Math.max(1, Math.floor((height - 4) / 18));
  const shown = shapes.slice(0, perRow * rows).map((shape, index) => ({ ...shape, index }));
  const used = Math.ceil(shown.length / perRow);
  const isUnclear = cell.speaking.some((one) => one.isUnclear);
  return (
    <>
      {cell.speaking.length === 0 ? null : (
        <rect
          x={x + 1}
          y={y + 1}
          width={width - 2}
          height={height - 2}
          rx={4}
          fill={isUnclear ? `url(#${hatch})` : "var(--k-surface)"}
          stroke="var(--k-line-strong)"
        />
      )}
      {isUnclear ? (
        <rect x={x + 5} y={y + 5} width={width - 10} height={height - 10} rx={3} fill="var(--k-surface)" />
      ) : null}
      {shown.map(({ kind, isSilent, index }) => {
        const row = Math.floor(index / perRow);
        const inRow = Math.min(perRow, shown.length - row * perRow);
        return (
          <RuleKindShape
            key={index}
            kind={kind}
            isSilent={isSilent}
            x={x + width / 2 + ((index % perRow) - (inRow - 1) / 2) * 18}
            y={y + height / 2 + (row - (used - 1) / 2) * 18}
          />
        );
      })}
    </>
  );
}
