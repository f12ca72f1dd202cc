/** Providers and platforms whose domain many unrelated firms share: the domain is no evidence, the full address is. */
const sharedDomains: ReadonlySet<string> = new Set(
  `gmail.com googlemail.com gmx.ch gmx.de gmx.at gmx.net gmx.com web.de freenet.de t-online.de arcor.de online.de email.de
  mail.de posteo.de vodafone.de kabelmail.de 1und1.de bluewin.ch bluemail.ch sunrise.ch hispeed.ch swissonline.ch
  green.ch tiscali.ch vtxmail.ch netplus.ch quickline.ch besonet.ch datacomm.ch sensemail.ch ticino.com hotmail.com
  hotmail.ch hotmail.de hotmail.fr hotmail.it hotmail.co.uk outlook.com outlook.de outlook.ch outlook.fr outlook.at live.com
  live.de live.at live.fr live.co.uk msn.com yahoo.com yahoo.de yahoo.fr yahoo.it yahoo.co.uk ymail.com icloud.com me.com
  mac.com aol.com aol.de aon.at a1.net chello.at utanet.at inode.at liwest.at tele2.at drei.at kabsi.at proton.me
  protonmail.com protonmail.ch pm.me orange.fr wanadoo.fr free.fr sfr.fr laposte.net neuf.fr libero.it alice.it tin.it
  virgilio.it tiscali.it inwind.it btinternet.com btconnect.com talktalk.net sky.com virginmedia.com comcast.net
  facebook.com instagram.com linkedin.com xing.com google.com business.site wixsite.com wix.com jimdo.com jimdofree.com
  wordpress.com blogspot.com local.ch search.ch herold.at example.com example.org test.com`.split(/\s+/),
);

const secondLevel = new Set(["co", "com", "ac", "or", "gv", "org", "net", "gov"]);

function registrableDomain(host: string): string | null {
  const labels = host.toLowerCase().split(".").filter(Boolean);
  if (labels.length < 2 || !labels.every((label) => /^[\p{L}\p{N}-]+$/u.test(label))) return null;
  const under = labels.at(-1)?.length === 2 && secondLevel.has(labels.at(-2) ?? "") && labels.length > 2;
  return labels.slice(under ? -3 : -2).join(".");
}

/** Lower-cased address; null when the text holds none. Of several addresses the first counts. */
export function parseEmail(text: string | null): string | null {
  const match = /[\p{L}\p{N}._%+'-]+@([\p{L}\p{N}-]+\.)+[\p{L}]{2,}/u.exec(text ?? "");
  return match === null ? null : match[0].toLowerCase();
}

/**
 * The domain a firm owns, from its e-mail address or, failing that, its website, without sub-domains
 * (`mail.muster.ch` gives `muster.ch`). Null for free-mail providers and platforms.
 */
export function ownDomain(email: string | null, website: string | null): string | null {
  const mailHost = parseEmail(email)?.split("@")[1] ?? "";
  const webHost =
    (website ?? "")
      .trim()
      .replace(/^[a-z]+:\/\//i, "")
      .split(/[/?#:\s]/)[0] ?? "";
  for (const host of [mailHost, webHost]) {
    const domain = registrableDomain(host);
    if (domain !== null && !sharedDomains.has(domain)) return domain;
  }
  return null;
}
