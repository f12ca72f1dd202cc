import type { Area } from "@kleinod/engine/areas.ts";
import {
  type Icon,
  IconBriefcase,
  IconChartBar,
  IconCoins,
  IconDatabase,
  IconHome,
  IconSchool,
  IconTopologyStar3,
  IconUsers,
} from "@tabler/icons-react";

export const areaIcons: Readonly<Record<Area["code"], Icon>> = {
  overview: IconHome,
  customers: IconUsers,
  economics: IconCoins,
  segments: IconTopologyStar3,
  programme: IconChartBar,
  work: IconBriefcase,
  learning: IconSchool,
  data: IconDatabase,
};
