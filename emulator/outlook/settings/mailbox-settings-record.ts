/** What a person has chosen for her mailbox, by Graph's own names. */
export interface MailboxSettingsRecord {
  /** Windows' name, or IANA's when it was set so. */
  readonly timeZone: string;
  readonly dateFormat: string;
  readonly timeFormat: string;
  readonly delegateMeetingMessageDeliveryOptions: string;
  readonly language: { readonly locale: string; readonly displayName: string };
  readonly workingHours: WorkingHours;
  readonly automaticRepliesSetting: AutomaticReplies;
}

export type WorkingHours = {
  readonly daysOfWeek: readonly string[];
  /** `08:00:00.0000000`, on the clock of the zone. */
  readonly startTime: string;
  readonly endTime: string;
  readonly timeZone: { readonly name: string };
};

export type AutomaticReplies = {
  readonly status: string;
  readonly externalAudience: string;
  readonly internalReplyMessage: string;
  readonly externalReplyMessage: string;
  readonly scheduledStartDateTime: DateTimeTimeZone;
  readonly scheduledEndDateTime: DateTimeTimeZone;
};

export type DateTimeTimeZone = { readonly dateTime: string; readonly timeZone: string };
