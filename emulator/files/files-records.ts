/** Where a person or a group keeps files. */
export interface DriveRecord {
  readonly id: string;
  readonly owner: { readonly kind: 'person' | 'group'; readonly id: string };
  readonly createdDateTime: string;
}

/** A folder, or with `content` a file. The root of a drive has no parent. */
export interface DriveItemRecord {
  readonly id: string;
  readonly driveId: string;
  readonly parentId: string | null;
  readonly name: string;
  readonly createdDateTime: string;
  readonly lastModifiedDateTime: string;
  /** Object ids of people. */
  readonly createdById: string;
  readonly lastModifiedById: string;
  /** Counts the changes of the file. */
  readonly version: number;
  readonly content?: FileContent;
}

export type FileContent =
  | { readonly kind: 'bytes'; readonly mimeType: string; readonly base64: string }
  /** A line over and over: a big file that takes no room here. */
  | {
      readonly kind: 'lines';
      readonly mimeType: string;
      readonly line: string;
      readonly bytes: number;
    };
