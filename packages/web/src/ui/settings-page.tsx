import { SegmentedControl, Select, Stack, Table, Text, useMantineColorScheme } from "@mantine/core";
import { useQuery } from "@tanstack/react-query";
import { statusQuery } from "../api/queries.ts";
import { changeLocale, useTexts } from "../i18n/index.ts";
import { isLocale, localeNames, locales } from "../i18n/locales.ts";
import { Page, Section } from "./page.tsx";
import { useSpace } from "./use-space.ts";

/** What belongs to this browser, and where the data lives. */
export function SettingsPage() {
  const { t, locale, format } = useTexts();
  const space = useSpace();
  const status = useQuery(statusQuery(space));
  const { colorScheme, setColorScheme } = useMantineColorScheme();
  const rows: readonly (readonly [string, string])[] =
    status.data === undefined
      ? []
      : [
          [t("settings.version"), status.data.version],
          [t("settings.directory"), status.data.directory],
          [t("settings.address"), status.data.address],
          [t("settings.lines"), format.count(status.data.lines)],
          [t("settings.customers"), format.count(status.data.customers)],
        ];
  return (
    <Page title={t("frame.settings")} note={t("settings.localOnly")}>
      <div className="k-columns">
        <Section title={t("settings.view")}>
          <Stack className="k-card" align="flex-start">
            <Select
              label={t("frame.language")}
              data={locales.map((code) => ({ value: code, label: localeNames[code] }))}
              value={locale}
              allowDeselect={false}
              onChange={(value) => {
                if (isLocale(value)) void changeLocale(value);
              }}
            />
            <div>
              <Text size="sm" fw={500} mb={4}>
                {t("settings.theme")}
              </Text>
              <SegmentedControl
                value={colorScheme}
                onChange={(value) => setColorScheme(value as typeof colorScheme)}
                data={[
                  { value: "auto", label: t("settings.themeAuto") },
                  { value: "light", label: t("settings.themeLight") },
                  { value: "dark", label: t("settings.themeDark") },
                ]}
              />
            </div>
          </Stack>
        </Section>
        <Section title={t("settings.data")}>
          <div className="k-card">
            <Table withRowBorders={false}>
              <Table.Tbody>
                {rows.map(([label, value]) => (
                  <Table.Tr key={label}>
                    <Table.Th fw={500} c="dimmed">
                      {label}
                    </Table.Th>
                    <Table.Td>{value}</Table.Td>
                  </Table.Tr>
                ))}
              </Table.Tbody>
            </Table>
          </div>
        </Section>
      </div>
    </Page>
  );
}
