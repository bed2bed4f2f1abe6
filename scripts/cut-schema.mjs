// Cuts the part of Microsoft Graph's schema that the emulator checks bodies against out of the public CSDL file.
// Usage: node scripts/cut-schema.mjs <path of v1.0-Prod.csdl>
// The file is published (MIT) in microsoftgraph/msgraph-metadata, schemas/v1.0-Prod.csdl.
import { readFileSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import * as prettier from 'prettier';

/** Each file of the cut: the service whose bodies it describes, and the types that it starts from. */
const CUTS = [
  {
    file: 'planner-schema.ts',
    name: 'plannerSchema',
    roots: [
      'plannerPlan',
      'plannerPlanDetails',
      'plannerBucket',
      'plannerTask',
      'plannerTaskDetails',
      'plannerAssignment',
      'plannerChecklistItem',
      'plannerExternalReference',
      'plannerAssignedToTaskBoardTaskFormat',
      'plannerBucketTaskBoardTaskFormat',
      'plannerProgressTaskBoardTaskFormat',
    ],
  },
  {
    file: 'mail-schema.ts',
    name: 'mailSchema',
    roots: [
      'message',
      'eventMessageRequest',
      'eventMessageResponse',
      'mailFolder',
      'fileAttachment',
      'itemAttachment',
      'referenceAttachment',
      'attachmentItem',
      'uploadSession',
    ],
  },
  {
    file: 'mailbox-schema.ts',
    name: 'mailboxSchema',
    roots: ['outlookCategory', 'mailboxSettings', 'timeZoneInformation', 'localeInfo'],
  },
  {
    file: 'calendar-schema.ts',
    name: 'calendarSchema',
    roots: [
      'event',
      'calendar',
      'scheduleInformation',
      'meetingTimeSuggestionsResult',
      'locationConstraint',
      'timeConstraint',
      'reminder',
    ],
  },
  {
    file: 'todo-schema.ts',
    name: 'todoSchema',
    roots: ['todoTaskList', 'todoTask', 'checklistItem', 'linkedResource'],
  },
  {
    file: 'teams-schema.ts',
    name: 'teamsSchema',
    roots: [
      'team',
      'channel',
      'chat',
      'chatMessage',
      'aadUserConversationMember',
      'chatMessageInfo',
    ],
  },
  {
    file: 'notification-schema.ts',
    name: 'notificationSchema',
    roots: ['subscription', 'changeNotificationCollection'],
  },
  {
    file: 'directory-schema.ts',
    name: 'directorySchema',
    roots: ['user', 'group', 'application', 'person', 'presence'],
  },
  {
    file: 'conversation-schema.ts',
    name: 'conversationSchema',
    roots: ['conversationThread', 'post'],
  },
  {
    file: 'files-schema.ts',
    name: 'filesSchema',
    roots: ['drive', 'driveItem'],
  },
  {
    file: 'search-schema.ts',
    name: 'searchSchema',
    roots: ['searchRequest', 'searchResponse'],
  },
];

/** Of these huge types the emulator knows some properties and no links. */
const REDUCED = {
  user: [
    'accountEnabled',
    'businessPhones',
    'createdDateTime',
    'department',
    'displayName',
    'givenName',
    'jobTitle',
    'mail',
    'mobilePhone',
    'officeLocation',
    'preferredLanguage',
    'surname',
    'userPrincipalName',
    'userType',
  ],
  group: [
    'createdDateTime',
    'description',
    'displayName',
    'groupTypes',
    'mail',
    'mailEnabled',
    'mailNickname',
    'resourceProvisioningOptions',
    'securityEnabled',
    'visibility',
  ],
  drive: ['driveType', 'owner', 'quota'],
  driveItem: [
    'cTag',
    'file',
    'fileSystemInfo',
    'folder',
    'remoteItem',
    'root',
    'searchResult',
    'size',
  ],
  remoteItem: ['file', 'folder', 'id', 'name', 'parentReference', 'size', 'webUrl'],
  file: ['hashes', 'mimeType'],
  quota: ['deleted', 'remaining', 'state', 'total', 'used'],
  searchRequest: [
    'contentSources',
    'enableTopResults',
    'entityTypes',
    'fields',
    'from',
    'query',
    'region',
    'size',
    'sortProperties',
  ],
  searchResponse: ['hitsContainers', 'searchTerms'],
  searchHitsContainer: ['hits', 'moreResultsAvailable', 'total'],
  application: [
    'appId',
    'createdDateTime',
    'displayName',
    'identifierUris',
    'isFallbackPublicClient',
    'keyCredentials',
    'passwordCredentials',
    'signInAudience',
  ],
};

const source = process.argv[2];
if (source === undefined) {
  console.error('Usage: node scripts/cut-schema.mjs <path of v1.0-Prod.csdl>');
  process.exit(2);
}
const csdl = readFileSync(source, 'utf8');

const closures = CUTS.map((cut) => ({ ...cut, ...closureOf(cut.roots) }));
const isShared = (name) =>
  closures.filter(({ types, enums }) => name in types || name in enums).length > 1;
const pick = (record, isWanted) =>
  Object.fromEntries(Object.entries(record).filter(([name]) => isWanted(name)));

// What several services are made of stands once.
const shared = { file: 'shared-schema.ts', name: 'sharedSchema', types: {}, enums: {} };
for (const { types, enums, ...cut } of closures) {
  Object.assign(shared.types, pick(types, isShared));
  Object.assign(shared.enums, pick(enums, isShared));
  const own = (name) => !isShared(name);
  await write({ ...cut, types: pick(types, own), enums: pick(enums, own) });
}
await write(shared);

async function write({ file, name, types, enums }) {
  const target = fileURLToPath(new URL(`../emulator/schema/${file}`, import.meta.url));
  const text = `// Cut from schemas/v1.0-Prod.csdl of microsoftgraph/msgraph-metadata by scripts/cut-schema.mjs; do not edit.
// Copyright (c) Microsoft Corporation, MIT License: see NOTICE.md beside this file.
import type { Schema } from './schema.js';

export const ${name}: Schema = ${JSON.stringify({ types: sorted(types), enums: sorted(enums) })};
`;
  writeFileSync(
    target,
    await prettier.format(text, {
      ...(await prettier.resolveConfig(target)),
      parser: 'typescript',
    }),
  );
  console.log(
    `${Object.keys(types).length} types and ${Object.keys(enums).length} enums written to ${target}`,
  );
}

/** The named types with all that their properties are made of. */
function closureOf(roots) {
  const types = {};
  const enums = {};
  const pending = [...roots];
  while (pending.length > 0) {
    const name = pending.pop();
    if (name in types || name in enums) continue;
    const found = read(name);
    if (found.kind === 'enum') {
      enums[name] = found.members;
      continue;
    }
    const type = name in REDUCED ? reduced(found.type, REDUCED[name]) : found.type;
    types[name] = type;
    if (type.base) pending.push(type.base);
    for (const property of Object.values(type.properties)) {
      const element = property.type.replace(/^Collection\((.*)\)$/, '$1');
      if (!element.startsWith('Edm.')) pending.push(element);
    }
  }
  return { types, enums };
}

function reduced(type, names) {
  const properties = Object.fromEntries(names.map((name) => [name, type.properties[name]]));
  return { ...type, properties, navigation: [] };
}

function read(name) {
  const opening = new RegExp(`<(EntityType|ComplexType|EnumType) Name="${name}"([^>]*?)(/?)>`).exec(
    csdl,
  );
  if (!opening) throw new Error(`The schema has no type ${name}`);
  const [tag, element, attributes, selfClosing] = opening;
  const start = opening.index + tag.length;
  const body = selfClosing ? '' : csdl.slice(start, csdl.indexOf(`</${element}>`, start));
  if (element === 'EnumType') {
    return {
      kind: 'enum',
      members: [...body.matchAll(/<Member Name="([^"]+)"/g)].map((match) => match[1]),
    };
  }
  const base = /BaseType="graph\.([^"]+)"/.exec(attributes)?.[1];
  const type = {
    ...(base ? { base } : {}),
    ...(/OpenType="true"/.test(attributes) ? { open: true } : {}),
    properties: {},
    navigation: [...body.matchAll(/<NavigationProperty Name="([^"]+)"/g)].map((match) => match[1]),
  };
  for (const [, property, propertyAttributes] of body.matchAll(
    /<Property Name="([^"]+)"([^>]*?)\/?>/g,
  )) {
    const edm = /Type="([^"]+)"/.exec(propertyAttributes)[1];
    type.properties[property] = {
      type: edm.replace(/\bgraph\./, ''),
      nullable: !/Nullable="false"/.test(propertyAttributes),
    };
  }
  return { kind: 'type', type };
}

function sorted(record) {
  return Object.fromEntries(Object.entries(record).sort(([a], [b]) => (a < b ? -1 : 1)));
}
