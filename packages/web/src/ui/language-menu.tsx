import { ActionIcon, Menu } from "@mantine/core";
import { IconCheck, IconLanguage } from "@tabler/icons-react";
import { useNavigate } from "@tanstack/react-router";
import { changeLocale, useTexts } from "../i18n/index.ts";
import { type Locale, localeNames, locales } from "../i18n/locales.ts";

/** Writes the language into the address, so that a copied link is read in it. */
export function LanguageMenu() {
  const { t, locale } = useTexts();
  const navigate = useNavigate();
  const choose = async (chosen: Locale) => {
    await changeLocale(chosen);
    await navigate({ to: ".", search: (search) => ({ ...search, lang: chosen }), replace: true });
  };
  return (
    <Menu position="bottom-end" withinPortal>
      <Menu.Target>
        <ActionIcon variant="subtle" color="gray" size="lg" aria-label={t("frame.language")}>
          <IconLanguage size={18} stroke={1.6} />
        </ActionIcon>
      </Menu.Target>
      <Menu.Dropdown>
        {locales.map((code) => (
          <Menu.Item
            key={code}
            lang={code}
            leftSection={code === locale ? <IconCheck size={14} /> : <span style={{ width: 14 }} />}
            onClick={() => void choose(code)}
          >
            {localeNames[code]}
          </Menu.Item>
        ))}
      </Menu.Dropdown>
    </Menu>
  );
}
