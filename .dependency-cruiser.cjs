/**
 * The arrows between folders: domain <- crypto, outbound, tasks, graph <- accounts <- access, metadata, diagnosis, sync, subscriptions, notifications <- approvals, review <- boards <- operations, activities <- http, mcp, temporal <- roots.
 * `path` and `pathNot` are regular expressions on paths below the project.
 */
const roots = '^src/(server|worker|demo|backup|restore|keys|doctor)\\.ts$|^src/(demo|composition)/';

/** What a folder of `src` may import from the rest of ours, besides itself and `src/domain`. */
const mayImport = {
  domain: [],
  config: [],
  observability: ['config'],
  crypto: [],
  outbound: [],
  tasks: ['observability'],
  access: ['accounts', 'tasks', 'observability'],
  oauth: ['access', 'accounts', 'outbound', 'tasks', 'observability'],
  graph: ['observability'],
  accounts: ['crypto', 'tasks', 'graph', 'observability'],
  sync: ['tasks', 'graph', 'accounts', 'observability'],
  metadata: ['tasks', 'graph', 'observability'],
  diagnosis: ['tasks', 'graph', 'accounts', 'observability'],
  subscriptions: ['tasks', 'graph', 'observability'],
  notifications: ['tasks', 'graph', 'observability'],
  approvals: ['access', 'accounts', 'tasks', 'observability'],
  backup: ['sync', 'tasks', 'observability'],
  review: ['sync', 'metadata', 'tasks', 'graph', 'observability'],
  boards: ['review', 'metadata', 'tasks', 'graph', 'observability'],
  operations: [
    'approvals',
    'access',
    'diagnosis',
    'boards',
    'review',
    'sync',
    'metadata',
    'subscriptions',
    'notifications',
    'tasks',
    'graph',
    'accounts',
    'outbound',
    'observability',
  ],
  temporal: [
    'approvals',
    'diagnosis',
    'crypto',
    'sync',
    'subscriptions',
    'notifications',
    'tasks',
    'graph',
    'accounts',
    'operations',
    'observability',
  ],
  mcp: ['operations', 'access', 'tasks', 'sync', 'http', 'observability'],
  http: [
    'approvals',
    'operations',
    'access',
    'oauth',
    'accounts',
    'notifications',
    'tasks',
    'sync',
    'observability',
  ],
};

const arrows = Object.entries(mayImport).map(([folder, others]) => ({
  name: `${folder}-imports`,
  comment: `src/${folder} may import src/domain${others.map((other) => `, src/${other}`).join('')}, and types of src/config.`,
  severity: 'error',
  from: { path: `^src/${folder}/` },
  to: {
    path: '^(src|activities|workflows|emulator|bench|tests|scripts)/',
    pathNot: [
      `^src/(${[folder, 'domain', ...others].join('|')})/`,
      ...(folder === 'domain' ? [] : ['^src/config/']),
      // The client side of a workflow: names of its signals and types.
      ...(folder === 'domain' ? [] : ['^workflows/[^/]+/contract\\.ts$']),
    ],
  },
}));

module.exports = {
  forbidden: [
    {
      name: 'no-unresolvable',
      comment: 'An import that cannot be followed cannot be judged either.',
      severity: 'error',
      from: {},
      to: { couldNotResolve: true },
    },
    ...arrows,
    {
      name: 'domain-is-pure',
      comment: 'No I/O in the domain: no Node module but its pure helpers, and no driver.',
      severity: 'error',
      from: { path: '^src/domain/' },
      to: { dependencyTypes: ['core'] },
    },
    {
      name: 'workflows-imports',
      comment:
        'Workflows are replayed: they import src/domain, each other, and of activities their types and options.',
      severity: 'error',
      from: { path: '^workflows/' },
      to: {
        path: '^(src|activities|emulator|bench|tests|scripts)/',
        pathNot: ['^src/domain/', '^activities/'],
      },
    },
    {
      name: 'workflows-runtime',
      comment: 'The sandbox has no Node and no client, worker or activity runtime.',
      severity: 'error',
      from: { path: '^workflows/' },
      to: {
        path: '(^node:|(^|/)node_modules/@temporalio/(client|worker|activity)/)',
      },
    },
    {
      name: 'activities-imports',
      comment:
        'Activities are thin adapters over sync, subscriptions, notifications and what is below them.',
      severity: 'error',
      from: { path: '^activities/' },
      to: {
        path: '^(src|workflows|emulator|bench|tests|scripts)/',
        pathNot: [
          '^src/(domain|approvals|sync|subscriptions|notifications|tasks|graph|accounts|observability|config)/',
          '^src/temporal/activity-failure\\.ts$',
          '^workflows/[^/]+/contract\\.ts$',
        ],
      },
    },
    {
      name: 'only-roots-know-activities',
      comment: 'Only a composition root builds activities.',
      severity: 'error',
      from: { path: '^(src|workflows)/', pathNot: [roots, '^src/temporal/'] },
      to: { path: '^activities/index\\.ts$' },
    },
    {
      name: 'clients-know-contracts',
      comment: 'A client of a workflow needs its contract; its code belongs to the worker.',
      severity: 'error',
      from: { path: '^(src|activities)/', pathNot: roots },
      to: { path: '^workflows/', pathNot: '/contract\\.ts$' },
    },
    {
      name: 'emulator-stands-alone',
      comment:
        'The emulator plays Microsoft: code shared with the product would make both wrong alike.',
      severity: 'error',
      from: { path: '^emulator/' },
      to: { path: '^(src|workflows|activities|bench|tests)/' },
    },
    {
      name: 'chaos-judges-from-outside',
      comment:
        'The chaos run must not share the mistakes of what it judges: it knows public contracts only.',
      severity: 'error',
      from: { path: '^tests/chaos/' },
      to: { path: '^(src|workflows|activities|emulator|bench)/' },
    },
    {
      name: 'product-without-rehearsal',
      comment: 'What is shipped needs no emulator, test or script.',
      severity: 'error',
      from: { path: '^(src|workflows|activities)/' },
      to: { path: '^(emulator|tests|bench|scripts)/' },
    },
    {
      name: 'no-dev-dependencies-in-product',
      comment: 'What is shipped runs with production dependencies alone.',
      severity: 'error',
      from: { path: '^(src|workflows|activities|emulator)/', pathNot: '^emulator/board/' },
      to: { dependencyTypes: ['npm-dev'] },
    },
  ],
  options: {
    // TypeScript 7 has no JavaScript API any more; swc parses. It tells no type from a value: where only types may be
    // imported, and against circles, .oxlintrc.json has the rule.
    parser: 'swc',
    tsConfig: { fileName: 'tsconfig.json' },
    doNotFollow: { path: 'node_modules' },
    exclude: { path: '^dist/' },
    enhancedResolveOptions: {
      exportsFields: ['exports'],
      conditionNames: ['import', 'node', 'default', 'types'],
      extensions: ['.ts', '.mjs', '.js', '.cjs', '.json'],
    },
  },
};
