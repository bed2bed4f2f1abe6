import * as z from 'zod';

/** https://learn.microsoft.com/graph/api/resources/team */
export const teamSchema = z.object({
  id: z.string(),
  displayName: z.string().nullish(),
  description: z.string().nullish(),
});

export type Team = z.infer<typeof teamSchema>;

/** https://learn.microsoft.com/graph/api/resources/channel */
export const channelSchema = z.object({
  id: z.string(),
  displayName: z.string().nullish(),
  description: z.string().nullish(),
  membershipType: z.string().nullish(),
  webUrl: z.string().nullish(),
});

export type Channel = z.infer<typeof channelSchema>;

const identitySchema = z.object({ id: z.string().nullish(), displayName: z.string().nullish() });

const fromSchema = z.object({
  user: identitySchema.nullish(),
  application: identitySchema.nullish(),
});

const bodySchema = z.object({ contentType: z.string().nullish(), content: z.string().nullish() });

/** https://learn.microsoft.com/graph/api/resources/chatmessage */
export const messageSchema = z.object({
  id: z.string(),
  createdDateTime: z.string().nullish(),
  lastEditedDateTime: z.string().nullish(),
  deletedDateTime: z.string().nullish(),
  messageType: z.string().nullish(),
  subject: z.string().nullish(),
  importance: z.string().nullish(),
  webUrl: z.string().nullish(),
  from: fromSchema.nullish(),
  body: bodySchema.nullish(),
  mentions: z.array(z.object({ mentionText: z.string().nullish() })).nullish(),
  attachments: z.array(z.object({ name: z.string().nullish() })).nullish(),
  replies: z.array(z.object({ deletedDateTime: z.string().nullish() })).nullish(),
  'replies@odata.count': z.number().nullish(),
});

export type Message = z.infer<typeof messageSchema>;

/** https://learn.microsoft.com/graph/api/resources/chat */
export const chatSchema = z.object({
  id: z.string(),
  topic: z.string().nullish(),
  chatType: z.string().nullish(),
  webUrl: z.string().nullish(),
  viewpoint: z.object({ lastMessageReadDateTime: z.string().nullish() }).nullish(),
  members: z
    .array(z.object({ userId: z.string().nullish(), displayName: z.string().nullish() }))
    .nullish(),
  lastMessagePreview: z
    .object({
      createdDateTime: z.string().nullish(),
      isDeleted: z.boolean().nullish(),
      body: bodySchema.nullish(),
      from: fromSchema.nullish(),
    })
    .nullish(),
});

export type Chat = z.infer<typeof chatSchema>;

/** https://learn.microsoft.com/graph/api/resources/searchhit */
export const messageHitsSchema = z.object({
  value: z.array(
    z.object({
      hitsContainers: z
        .array(
          z.object({
            moreResultsAvailable: z.boolean().nullish(),
            hits: z
              .array(
                z.object({
                  summary: z.string().nullish(),
                  resource: z
                    .object({
                      id: z.string(),
                      createdDateTime: z.string().nullish(),
                      subject: z.string().nullish(),
                      chatId: z.string().nullish(),
                      webLink: z.string().nullish(),
                      webUrl: z.string().nullish(),
                      channelIdentity: z
                        .object({ teamId: z.string().nullish(), channelId: z.string().nullish() })
                        .nullish(),
                      from: z
                        .object({
                          emailAddress: z
                            .object({ name: z.string().nullish(), address: z.string().nullish() })
                            .nullish(),
                          user: identitySchema.nullish(),
                        })
                        .nullish(),
                    })
                    .nullish()
                    .catch(undefined),
                }),
              )
              .nullish(),
          }),
        )
        .nullish(),
    }),
  ),
});
