import TurndownService from 'turndown';

/** What somebody wrote in a comment, as Markdown. */
export function toCommentText({
  contentType,
  content,
}: {
  readonly contentType: string;
  readonly content: string;
}): string {
  if (contentType !== 'html') return content.trim();
  return new TurndownService().turndown(content).trim();
}
