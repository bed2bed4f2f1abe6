import type { Person } from '../../entra/directory.js';
import type { GraphAnswer, GraphCall } from '../../graph/exchange.js';
import { GraphFailure } from '../../graph/graph-failure.js';
import { createdAnswer, entityAnswer, noContent } from '../../odata/answers.js';
import { checkBody } from '../../odata/check-body.js';
import type { Entity, EntityKind } from '../../odata/entity.js';
import { listAnswer } from '../../odata/list.js';
import { openMailbox } from '../mailbox.js';
import { badOutlookBody, badOutlookQuery, itemNotFound } from '../outlook-failures.js';
import type { OutlookService } from '../outlook-service.js';
import type { CategoryRecord } from './category-record.js';
import { readSettings, writeSettings } from './settings-permissions.js';

const categoryKind: EntityKind = { typeName: 'outlookCategory', badQuery: badOutlookQuery };

/** The list that a mailbox's categories come from. https://learn.microsoft.com/graph/api/resources/outlookcategory */
export function listCategories(service: OutlookService, call: GraphCall): GraphAnswer {
  const mailbox = openMailbox(service, call, readSettings);
  return listAnswer<CategoryRecord>(call, service.outlook.categoriesOf.recordsOf(mailbox.id), {
    kind: categoryKind,
    context: `users('${mailbox.id}')/outlook/masterCategories`,
    top: { default: 100, max: 1000 },
    options: ['$select', '$top', '$skip', '$filter', '$orderby', '$count'],
    count: 'asked',
    paging: '$skip',
    fieldsOf: categoryEntity,
    toEntity: categoryEntity,
  });
}

export function getCategory(
  service: OutlookService,
  call: GraphCall,
  ids: readonly string[],
): GraphAnswer {
  const mailbox = openMailbox(service, call, readSettings);
  const category = findCategory(service, mailbox, ids.at(-1) ?? '');
  return entityAnswer(call, contextOf(mailbox), categoryEntity(category));
}

export function createCategory(service: OutlookService, call: GraphCall): GraphAnswer {
  const mailbox = openMailbox(service, call, writeSettings);
  const { displayName, color } = checkBody(call.body, {
    typeName: 'outlookCategory',
    writable: ['color', 'displayName'],
    code: 'RequestBodyRead',
  });
  if (typeof displayName !== 'string' || displayName === '') {
    throw badOutlookBody("The property 'displayName' is required.");
  }
  const wanted = displayName.toLowerCase();
  const known = service.outlook.categoriesOf.recordsOf(mailbox.id);
  if (known.some((category) => category.displayName.toLowerCase() === wanted)) {
    throw new GraphFailure(409, 'CategoryNameDuplicate', 'Duplicate category name.');
  }
  const category: CategoryRecord = {
    id: service.newGuid(),
    mailboxId: mailbox.id,
    displayName,
    color: typeof color === 'string' ? color : 'none',
  };
  service.outlook.categories.put(category.id, category);
  return createdAnswer(call, contextOf(mailbox), {
    path: `users/${mailbox.id}/outlook/masterCategories/${category.id}`,
    entity: categoryEntity(category),
  });
}

/** Only the colour: messages know a category by its name. */
export function updateCategory(
  service: OutlookService,
  call: GraphCall,
  ids: readonly string[],
): GraphAnswer {
  const mailbox = openMailbox(service, call, writeSettings);
  const category = findCategory(service, mailbox, ids.at(-1) ?? '');
  const { color } = checkBody(call.body, {
    typeName: 'outlookCategory',
    writable: ['color'],
    code: 'RequestBodyRead',
  });
  const changed = { ...category, ...(typeof color === 'string' ? { color } : {}) };
  service.outlook.categories.put(category.id, changed);
  return entityAnswer(call, contextOf(mailbox), categoryEntity(changed));
}

export function deleteCategory(
  service: OutlookService,
  call: GraphCall,
  ids: readonly string[],
): GraphAnswer {
  const mailbox = openMailbox(service, call, writeSettings);
  service.outlook.categories.remove(findCategory(service, mailbox, ids.at(-1) ?? '').id);
  return noContent;
}

function findCategory(service: OutlookService, mailbox: Person, id: string): CategoryRecord {
  const category = service.outlook.categories.get(id.toLowerCase());
  if (category === undefined || category.mailboxId !== mailbox.id) throw itemNotFound();
  return category;
}

function categoryEntity({ id, displayName, color }: CategoryRecord): Entity {
  return { id, displayName, color };
}

function contextOf(mailbox: Person): string {
  return `users('${mailbox.id}')/outlook/masterCategories/$entity`;
}
