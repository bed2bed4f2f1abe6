/** The origin at which the server is reached from outside; `WEBHOOK_DOMAIN` is the older spelling. */
export function toPublicBaseUrl(
  url: string | undefined,
  domain: string | undefined,
): string | null {
  if (url !== undefined) return url;
  return domain === undefined ? null : new URL(`https://${domain}`).origin;
}

/** Where Microsoft runs Graph: https://learn.microsoft.com/graph/deployments */
const microsoftGraph = [
  'https://graph.microsoft.com',
  'https://graph.microsoft.us',
  'https://dod-graph.microsoft.us',
  'https://microsoftgraph.chinacloudapi.cn',
];

/** Whether an origin of Graph is Microsoft's own; unset, it is. */
export function isMicrosofts(graph: string | undefined): boolean {
  return graph === undefined || microsoftGraph.includes(graph);
}

/** Where Graph reaches the server; null: nowhere, as it asks no http address of Microsoft's customers. */
export function toNotifiedUrl(
  publicBaseUrl: string | null,
  graph: string | undefined,
): string | null {
  return publicBaseUrl?.startsWith('http:') === true && isMicrosofts(graph) ? null : publicBaseUrl;
}
