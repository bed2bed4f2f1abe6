import type { GraphRoute } from '../../graph/route.js';
import { routesOf } from '../../graph/routes-of.js';
import type { OutlookService } from '../outlook-service.js';
import {
  createCategory,
  deleteCategory,
  getCategory,
  listCategories,
  updateCategory,
} from './categories.js';
import {
  getMailboxSetting,
  getMailboxSettings,
  listTimeZones,
  updateMailboxSettings,
} from './mailbox-settings.js';

const SINGLE = [
  'automaticRepliesSetting',
  'dateFormat',
  'delegateMeetingMessageDeliveryOptions',
  'language',
  'timeFormat',
  'timeZone',
  'userPurpose',
  'workingHours',
];

/** What a person has set for her mailbox. */
export function createSettingsRoutes(service: OutlookService): readonly GraphRoute[] {
  const on = routesOf(service);
  return ['me', 'users/*'].flatMap((owner) => [
    on(`${owner}/mailboxSettings`, { GET: getMailboxSettings, PATCH: updateMailboxSettings }),
    ...SINGLE.map((name) => on(`${owner}/mailboxSettings/${name}`, { GET: getMailboxSetting })),
    on(`${owner}/outlook/masterCategories`, { GET: listCategories, POST: createCategory }),
    on(`${owner}/outlook/masterCategories/*`, {
      GET: getCategory,
      PATCH: updateCategory,
      DELETE: deleteCategory,
    }),
    on(`${owner}/outlook/supportedTimeZones`, { GET: listTimeZones }),
  ]);
}
