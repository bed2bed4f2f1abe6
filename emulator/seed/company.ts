import type { Presence } from '../entra/directory.js';

/** Somebody of the first content. */
export interface SamplePerson {
  readonly name: string;
  readonly jobTitle: string;
  readonly department: string;
  readonly office: string;
  /** Absent at the top. */
  readonly manager?: string;
  /** Available without it. */
  readonly presence?: Presence;
}

/** A group of the first content; its first member owns it unless `owners` says otherwise. */
export interface SampleGroup {
  readonly name: string;
  readonly description: string;
  readonly owners: readonly string[];
  readonly members: readonly string[];
}

/** The first one administers the tenant. Two are called Emma: a first name alone does not always say who. */
export const PEOPLE: readonly SamplePerson[] = [
  {
    name: 'Maya Okafor',
    jobTitle: 'Product manager',
    department: 'Product',
    office: 'Hamburg',
    manager: 'Ingrid Solberg',
  },
  {
    name: 'Jonas Lindqvist',
    jobTitle: 'Engineering lead',
    department: 'Engineering',
    office: 'Hamburg',
    manager: 'Ingrid Solberg',
  },
  {
    name: 'Priya Raman',
    jobTitle: 'Marketing manager',
    department: 'Marketing',
    office: 'Lisbon',
    manager: 'Ingrid Solberg',
  },
  {
    name: 'Tomás Herrera',
    jobTitle: 'Designer',
    department: 'Product',
    office: 'Lisbon',
    manager: 'Maya Okafor',
    presence: { availability: 'Away', activity: 'Away' },
  },
  {
    name: 'Aiko Tanaka',
    jobTitle: 'Customer support lead',
    department: 'Customer support',
    office: 'Hamburg',
    manager: 'Maya Okafor',
  },
  {
    name: 'Lena Fischer',
    jobTitle: 'Finance partner',
    department: 'Finance',
    office: 'Hamburg',
    manager: 'Ingrid Solberg',
    presence: { availability: 'DoNotDisturb', activity: 'Presenting' },
  },
  {
    name: 'Ingrid Solberg',
    jobTitle: 'Managing director',
    department: 'Management',
    office: 'Hamburg',
    presence: { availability: 'Busy', activity: 'InAMeeting' },
  },
  {
    name: 'Samuel Adeyemi',
    jobTitle: 'Software engineer',
    department: 'Engineering',
    office: 'Hamburg',
    manager: 'Jonas Lindqvist',
  },
  {
    name: 'Emma Novák',
    jobTitle: 'Front-end engineer',
    department: 'Engineering',
    office: 'Lisbon',
    manager: 'Jonas Lindqvist',
  },
  {
    name: 'Emma Whitfield',
    jobTitle: 'Content writer',
    department: 'Marketing',
    office: 'Lisbon',
    manager: 'Priya Raman',
    presence: { availability: 'Offline', activity: 'Offline' },
  },
  {
    name: 'Karim Haddad',
    jobTitle: 'Support engineer',
    department: 'Customer support',
    office: 'Hamburg',
    manager: 'Aiko Tanaka',
    presence: { availability: 'Busy', activity: 'InACall' },
  },
  {
    name: 'Sofia Almeida',
    jobTitle: 'Office manager',
    department: 'Finance',
    office: 'Hamburg',
    manager: 'Lena Fischer',
  },
];

/** The first one holds the plan that a first start links. */
export const GROUPS: readonly SampleGroup[] = [
  {
    name: 'Product team',
    description: 'Everything about the product and its launch',
    owners: ['Maya Okafor'],
    members: [
      'Maya Okafor',
      'Jonas Lindqvist',
      'Priya Raman',
      'Tomás Herrera',
      'Aiko Tanaka',
      'Lena Fischer',
    ],
  },
  {
    name: 'Marketing',
    description: 'Campaigns, texts, pictures and events',
    owners: ['Priya Raman'],
    members: ['Priya Raman', 'Emma Whitfield', 'Tomás Herrera', 'Maya Okafor'],
  },
  {
    name: 'Engineering',
    description: 'Who builds the product and who keeps it running for customers',
    owners: ['Jonas Lindqvist', 'Aiko Tanaka'],
    members: [
      'Jonas Lindqvist',
      'Samuel Adeyemi',
      'Emma Novák',
      'Tomás Herrera',
      'Aiko Tanaka',
      'Karim Haddad',
    ],
  },
  {
    name: 'Leadership',
    description: 'Goals, budget and people',
    owners: ['Ingrid Solberg'],
    members: [
      'Ingrid Solberg',
      'Maya Okafor',
      'Jonas Lindqvist',
      'Priya Raman',
      'Lena Fischer',
      'Sofia Almeida',
    ],
  },
];
