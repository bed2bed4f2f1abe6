/** Where REST callers download an attachment, below our own address. */
export function contentPath(place: {
  readonly message: string;
  readonly attachment: string;
  readonly person?: string | undefined;
  readonly account?: string | undefined;
}): string {
  const { message, attachment, ...whose } = place;
  const query = new URLSearchParams(
    Object.entries(whose).flatMap(([name, value]) => (value === undefined ? [] : [[name, value]])),
  );
  const path = `/api/mail/messages/${encodeURIComponent(message)}/attachments/${encodeURIComponent(attachment)}/content`;
  return query.size === 0 ? path : `${path}?${query.toString()}`;
}
