import { ActionIcon, Group, Menu, Text, Title } from "@mantine/core";
import { IconChartDots, IconDownload, IconTable } from "@tabler/icons-react";
import { type ReactNode, useRef, useState } from "react";
import { useTexts } from "../i18n/index.ts";
import { SimpleTable } from "../ui/simple-table.tsx";
import type { TableColumn } from "../ui/table-column.ts";
import { savePng, saveSvg } from "./svg-file.ts";

interface ChartFrameProps<Row> {
  /** The question that the picture answers, or the answer. */
  title: string;
  hint?: ReactNode;
  /** The picture in one sentence, for those who do not see it. */
  alternative: string;
  columns: readonly TableColumn<Row>[];
  rows: readonly Row[];
  extra?: ReactNode;
  children: ReactNode;
}

/** Around every picture: title, text alternative, the same as a table, and saving as PNG or SVG. */
export function ChartFrame<Row>({
  title,
  hint,
  alternative,
  columns,
  rows,
  extra,
  children,
}: ChartFrameProps<Row>) {
  const { t } = useTexts();
  const [asTable, setAsTable] = useState(false);
  const picture = useRef<HTMLDivElement>(null);
  const drawn = () => picture.current?.querySelector<SVGSVGElement>("svg") ?? null;
  return (
    <figure className="k-card" style={{ margin: 0 }} aria-label={title}>
      <Group justify="space-between" align="flex-start" gap="xs">
        <Title order={2} style={{ flex: "1 1 11rem" }}>
          {title}
        </Title>
        <Group gap={2} wrap="nowrap" className="k-no-print">
          {extra}
          <ActionIcon
            variant="subtle"
            color="gray"
            aria-label={asTable ? t("charts.showPicture") : t("charts.showTable")}
            title={asTable ? t("charts.showPicture") : t("charts.showTable")}
            aria-pressed={asTable}
            onClick={() => setAsTable(!asTable)}
          >
            {asTable ? <IconChartDots size={18} stroke={1.6} /> : <IconTable size={18} stroke={1.6} />}
          </ActionIcon>
          {asTable ? null : (
            <Menu position="bottom-end">
              <Menu.Target>
                <ActionIcon
                  variant="subtle"
                  color="gray"
                  aria-label={t("charts.save")}
                  title={t("charts.save")}
                >
                  <IconDownload size={18} stroke={1.6} />
                </ActionIcon>
              </Menu.Target>
              <Menu.Dropdown>
                <Menu.Item
                  onClick={() => {
                    const svg = drawn();
                    if (svg !== null) void savePng(svg, title);
                  }}
                >
                  PNG
                </Menu.Item>
                <Menu.Item
                  onClick={() => {
                    const svg = drawn();
                    if (svg !== null) saveSvg(svg, title);
                  }}
                >
                  SVG
                </Menu.Item>
              </Menu.Dropdown>
            </Menu>
          )}
        </Group>
      </Group>
      {hint === undefined ? null : (
        <Text size="sm" c="dimmed" component="div" mb="sm">
          {hint}
        </Text>
      )}
      {asTable ? (
        <SimpleTable
          label={title}
          columns={columns}
          rows={rows}
          rowKey={(_, index) => index}
          maxHeight={360}
        />
      ) : (
        <div ref={picture} className="k-chart">
          {children}
          <p className="k-hidden">{alternative}</p>
        </div>
      )}
    </figure>
  );
}
