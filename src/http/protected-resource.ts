import type { IncomingMessage, ServerResponse } from 'node:http';
import { ProblemError, type Challenge } from '../domain/problem.js';
import { isLoopbackHost } from './loopback-host.js';
import { sendJson, sendProblem } from './send.js';

/** Somebody whose tokens we take. */
export interface TokenIssuer {
  /** Its identifier, to which clients add `/.well-known/…`; our own depends on where we are reached. */
  readonly issuer: (baseUrl: string) => string;
  /** What a client asks for at first, in the issuer's words: the least that is of use. */
  readonly scopes: readonly string[];
}

export interface ProtectedResourceOptions {
  /** Origin at which callers reach us; null: only this machine does, at whatever address it writes. */
  readonly publicBaseUrl: string | null;
  /** The first is the one that most clients take. */
  readonly issuers: readonly TokenIssuer[];
}

/** Where callers are told who issues tokens for us. https://www.rfc-editor.org/rfc/rfc9728 */
export interface ProtectedResource {
  /** Whether a request is for the document, by its target. */
  isWanted(target: string | undefined): boolean;
  serve(request: IncomingMessage, response: ServerResponse): void;
  /** What `WWW-Authenticate` tells who has no good token. */
  challengeTo(request: IncomingMessage): Challenge;
  /** Address of the document; null as below. */
  metadataUrlOf(request: IncomingMessage): string | null;
  /** Origin at which this request has reached us; null: that cannot be trusted. */
  baseUrlOf(request: IncomingMessage): string | null;
  /** What tokens are for (RFC 8707): the address of the MCP endpoint, for REST too. */
  resourceOf(request: IncomingMessage): string | null;
}

const rootPath = '/.well-known/oauth-protected-resource';
/** Of the endpoint with a path; careless clients ask at the root, and hear the same. */
const documentPath = `${rootPath}/mcp`;

/** Of every profile the same: all of them are one resource, and one token is for all. */
function isDocument(target: string): boolean {
  const [path = ''] = target.split('?', 1);
  return path === rootPath || path === documentPath || path.startsWith(`${documentPath}/`);
}

export function createProtectedResource(options: ProtectedResourceOptions): ProtectedResource {
  const { publicBaseUrl, issuers } = options;
  const [first] = issuers;

  /**
   * The Host header is believed on this machine only: elsewhere somebody could have us send people to a sign-in of their
   * own. A proxy beside us may write our inner address into it, so that the configured one wins.
   */
  const baseUrlOf = ({ headers: { host } }: IncomingMessage): string | null => {
    if (publicBaseUrl !== null) return publicBaseUrl;
    return host !== undefined && isLoopbackHost(host) ? `http://${host.toLowerCase()}` : null;
  };

  const resourceOf = (request: IncomingMessage): string | null => {
    const baseUrl = baseUrlOf(request);
    return baseUrl === null ? null : `${baseUrl}/mcp`;
  };

  const metadataUrlOf = (request: IncomingMessage): string | null => {
    const baseUrl = baseUrlOf(request);
    return baseUrl === null ? null : baseUrl + documentPath;
  };

  return {
    baseUrlOf,
    resourceOf,
    metadataUrlOf,
    isWanted: (target) => target !== undefined && isDocument(target),
    serve(request, response) {
      request.resume();
      if (request.method !== 'GET' && request.method !== 'HEAD') {
        const problem = new ProblemError('method_not_allowed', 'Only GET and HEAD are answered');
        sendProblem(response, problem.toProblem(), ['Allow', 'GET, HEAD']);
        return;
      }
      const baseUrl = baseUrlOf(request);
      if (baseUrl === null) {
        sendProblem(response, unknownAddress.toProblem());
        return;
      }
      const document = {
        resource: `${baseUrl}/mcp`,
        authorization_servers: issuers.map(({ issuer }) => issuer(baseUrl)),
        scopes_supported: [...new Set(issuers.flatMap(({ scopes }) => scopes))],
        bearer_methods_supported: ['header'],
        resource_name: 'Tandem',
      };
      sendJson(response, 200, JSON.stringify(document), openToPages);
    },
    challengeTo(request) {
      const resourceMetadata = metadataUrlOf(request);
      return {
        ...(resourceMetadata !== null && { resourceMetadata }),
        ...(first !== undefined && first.scopes.length > 0 && { scope: first.scopes.join(' ') }),
      };
    },
  };
}

/** Clients that are pages read it too; it is the same for everybody and holds no secret. */
const openToPages = ['Access-Control-Allow-Origin', '*'];

const unknownAddress = new ProblemError(
  'not_found',
  'PUBLIC_BASE_URL is not set, and the Host header names another machine than this one',
);
