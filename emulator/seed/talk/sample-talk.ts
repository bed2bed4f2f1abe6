/** A message of the first content. `@{Aiko Tanaka}` in its HTML mentions her. */
export interface SampleMessage {
  readonly by: string;
  readonly text: string;
  readonly hoursAgo: number;
}

export interface SampleThread extends SampleMessage {
  readonly subject?: string;
  readonly importance?: 'high' | 'urgent';
  readonly replies?: readonly SampleMessage[];
}

export interface SampleChannel {
  readonly name: string;
  readonly description: string;
  readonly threads: readonly SampleThread[];
}

/** The team of a group. Its first channel is General, which every team has. */
export interface SampleTeam {
  readonly group: string;
  readonly general: readonly SampleThread[];
  readonly channels: readonly SampleChannel[];
}

export interface SampleChat {
  /** Group chats have one, chats of two people do not. */
  readonly topic?: string;
  readonly members: readonly string[];
  readonly messages: readonly SampleMessage[];
}
