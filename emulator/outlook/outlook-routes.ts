import type { GraphRoute } from '../graph/route.js';
import { createCalendarRoutes } from './calendar/calendar-routes.js';
import { createMailRoutes } from './mail/mail-routes.js';
import { createSettingsRoutes } from './settings/settings-routes.js';
import type { OutlookService } from './outlook-service.js';

/** Outlook's part of Graph v1.0. */
export function createOutlookRoutes(service: OutlookService): readonly GraphRoute[] {
  return [
    ...createMailRoutes(service),
    ...createCalendarRoutes(service),
    ...createSettingsRoutes(service),
  ];
}
