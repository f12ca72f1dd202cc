import type { CustomerQuery } from "@kleinod/engine/measures/reports.ts";
import { Button, Menu } from "@mantine/core";
import { IconDownload } from "@tabler/icons-react";
import { apiUrl } from "../../api/client.ts";
import type { Space } from "../../api/types.ts";
import { useTexts } from "../../i18n/index.ts";

const formats = ["csv", "xlsx", "parquet"] as const;

/** Every row of the view, not only those in sight, as a file. */
export function ExportMenu({ space, query }: { space: Space; query: CustomerQuery }) {
  const { t, language } = useTexts();
  return (
    <Menu position="bottom-end">
      <Menu.Target>
        <Button variant="default" leftSection={<IconDownload size={18} stroke={1.6} />}>
          {t("frame.export")}
        </Button>
      </Menu.Target>
      <Menu.Dropdown>
        {formats.map((format) => (
          <Menu.Item
            key={format}
            component="a"
            href={apiUrl("/customers/export", space, {
              format,
              query: JSON.stringify(query),
              lang: language,
            })}
            download
          >
            {t(`customers.formats.${format}`)}
          </Menu.Item>
        ))}
      </Menu.Dropdown>
    </Menu>
  );
}
