// Cuts the part of Microsoft Graph's schema that the emulator checks bodies against out of the public CSDL file.
// Usage: node scripts/cut-schema.mjs <path of v1.0-Prod.csdl>
// The file is published (MIT) in microsoftgraph/msgraph-metadata, schemas/v1.0-Prod.csdl.
import { readFileSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import * as prettier from 'prettier';

/** A root is a type with all that it is made of; with `only`, it keeps these properties and no links. */
const CUTS = [
  {
    file: 'planner-schema.ts',
    name: 'plannerSchema',
    roots: [
      { type: 'plannerPlan' },
      { type: 'plannerPlanDetails' },
      { type: 'plannerBucket' },
      { type: 'plannerTask' },
      { type: 'plannerTaskDetails' },
      { type: 'plannerAssignment' },
      { type: 'plannerChecklistItem' },
      { type: 'plannerExternalReference' },
      { type: 'plannerAssignedToTaskBoardTaskFormat' },
      { type: 'plannerBucketTaskBoardTaskFormat' },
      { type: 'plannerProgressTaskBoardTaskFormat' },
    ],
  },
  {
    file: 'notification-schema.ts',
    name: 'notificationSchema',
    roots: [{ type: 'subscription' }, { type: 'changeNotificationCollection' }],
  },
  {
    file: 'directory-schema.ts',
    name: 'directorySchema',
    roots: [
      {
        type: 'user',
        only: [
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
      },
      {
        type: 'group',
        only: [
          'createdDateTime',
          'description',
          'displayName',
          'groupTypes',
          'mail',
          'mailEnabled',
          'mailNickname',
          'securityEnabled',
          'visibility',
        ],
      },
    ],
  },
];

const source = process.argv[2];
if (source === undefined) {
  console.error('Usage: node scripts/cut-schema.mjs <path of v1.0-Prod.csdl>');
  process.exit(2);
}
const csdl = readFileSync(source, 'utf8');

for (const cut of CUTS) await write(cut);

async function write({ file, name, roots }) {
  const { types, enums } = collect(roots);
  const target = fileURLToPath(new URL(`../emulator/schema/${file}`, import.meta.url));
  const text = `// Cut from schemas/v1.0-Prod.csdl of microsoftgraph/msgraph-metadata by scripts/cut-schema.mjs; do not edit.
// Copyright (c) Microsoft Corporation, MIT License: see NOTICE.md beside this file.
import type { Schema } from './schema.js';

export const ${name}: Schema = ${JSON.stringify({ types: sorted(types), enums: sorted(enums) })};
`;
  const options = { ...(await prettier.resolveConfig(target)), parser: 'typescript' };
  writeFileSync(target, await prettier.format(text, options));
  console.log(
    `${Object.keys(types).length} types and ${Object.keys(enums).length} enums written to ${target}`,
  );
}

function collect(roots) {
  const types = {};
  const enums = {};
  const pending = [...roots];
  while (pending.length > 0) {
    const { type: name, only } = pending.pop();
    if (name in types || name in enums) continue;
    const found = read(name);
    if (found.kind === 'enum') {
      enums[name] = found.members;
      continue;
    }
    types[name] = only === undefined ? found.type : reduced(found.type, only);
    if (found.type.base) pending.push({ type: found.type.base });
    for (const property of Object.values(types[name].properties)) {
      const item = property.type.replace(/^Collection\((.*)\)$/, '$1');
      if (!item.startsWith('Edm.')) pending.push({ type: item });
    }
  }
  return { types, enums };
}

function reduced(type, only) {
  const properties = Object.fromEntries(only.map((name) => [name, type.properties[name]]));
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
      type: edm.replace(/^(Collection\()?graph\./, '$1'),
      nullable: !/Nullable="false"/.test(propertyAttributes),
    };
  }
  return { kind: 'type', type };
}

function sorted(record) {
  return Object.fromEntries(Object.entries(record).sort(([a], [b]) => (a < b ? -1 : 1)));
}
