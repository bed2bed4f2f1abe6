/** Where a person opens a Planner task. Microsoft's own clouds have the Planner web app; any other Graph has a board. */
export function createWebUrl(options: {
  readonly graphBaseUrl: string;
  readonly tenantId: string;
  /** Address of the board of a Graph that is not Microsoft's. */
  readonly boardUrl: string | null;
}): (planId: string, plannerId: string) => string {
  const { graphBaseUrl, tenantId, boardUrl } = options;
  if (!microsoftHosts.has(new URL(graphBaseUrl).hostname)) {
    const board = boardUrl ?? graphBaseUrl;
    return (planId, plannerId) =>
      `${board}/#/plans/${encodeURIComponent(planId)}/tasks/${encodeURIComponent(plannerId)}`;
  }
  return (planId, plannerId) =>
    `https://planner.cloud.microsoft/webui/plan/${planId}/view/board/task/${plannerId}?tid=${tenantId}`;
}

/** https://learn.microsoft.com/graph/deployments */
const microsoftHosts: ReadonlySet<string> = new Set([
  'graph.microsoft.com',
  'graph.microsoft.us',
  'dod-graph.microsoft.us',
  'microsoftgraph.chinacloudapi.cn',
]);
