/** A plan of the first content. */
export interface SamplePlan {
  readonly title: string;
  /** Its holder: a group's name, or the members of a roster. */
  readonly holder: string | readonly string[];
  readonly by: string;
  readonly buckets: readonly string[];
  readonly labels: Readonly<Record<string, string>>;
  readonly tasks: readonly SampleTask[];
}

export interface SampleTask {
  readonly title: string;
  readonly bucket: string;
  readonly by: string;
  readonly assignees: readonly string[];
  /** `category1` and so on. */
  readonly labels?: readonly string[];
  readonly percentComplete?: number;
  readonly priority?: number;
  /** Days from the day of the first start. */
  readonly start?: number;
  readonly due?: number;
  readonly created?: number;
  readonly completed?: number;
  readonly description?: string;
  /** Ticked rows begin with x. */
  readonly checklist?: readonly string[];
  /** By address. */
  readonly references?: Readonly<
    Record<
      string,
      { readonly alias: string; readonly type: 'PowerPoint' | 'Word' | 'Excel' | 'Other' }
    >
  >;
}
