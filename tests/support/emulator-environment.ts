/** How a process of ours is told to use an emulator. */
export function environmentOf(emulator: {
  readonly tenantId: string;
  readonly clientId: string;
  readonly clientSecret: string;
  readonly graphUrl: string;
}) {
  return {
    AZURE_TENANT_ID: emulator.tenantId,
    AZURE_CLIENT_ID: emulator.clientId,
    AZURE_CLIENT_SECRET: emulator.clientSecret,
    AZURE_AUTHORITY_HOST: emulator.graphUrl,
    GRAPH_BASE_URL: emulator.graphUrl,
  };
}
