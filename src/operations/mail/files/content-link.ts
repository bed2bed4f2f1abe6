/** Where REST callers download an attachment, below our own address. */
export function contentPath(place: {
  readonly message: string;
  readonly attachment: string;
  readonly person?: string | undefined;
  readonly account?: string | undefined;
}): string {
  const { message, attachment, ...whose } = place;
  const query = new URLSearchParams();
  for (const [name, value] of Object.entries(whose)) {
    if (value !== undefined) query.append(name, value);
  }
  const path = `/api/mail/messages/${encodeURIComponent(message)}/attachments/${encodeURIComponent(attachment)}/content`;
  return query.size === 0 ? path : `${path}?${query.toString()}`;
}
