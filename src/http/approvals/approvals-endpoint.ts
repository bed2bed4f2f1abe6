import type { IncomingMessage, ServerResponse } from 'node:http';
import type { Logger } from 'pino';
import type { Approvals } from '../../approvals/approvals.js';
import { ProblemError } from '../../domain/problem.js';
import { answerFailure, toProblem } from '../answer-failure.js';
import { requestIdOf } from '../exchange.js';
import { sendOn, sendPage } from '../pages/send-page.js';
import { createRateLimit } from '../rate-limit.js';
import { readForm } from '../read-form.js';
import { sourceAddress } from '../source-address.js';
import {
  approvalPage,
  approvalsPage,
  noSignInPage,
  refusedPage,
  signInPage,
} from './approvals-page.js';
import type { PageVisitor, PageVisitors } from './page-visitor.js';

/** `/approvals`: where people see what agents want to do, and say yes or no. */
export interface ApprovalsEndpoint {
  isWanted(target: string | undefined): boolean;
  serve(request: IncomingMessage, response: ServerResponse): void;
}

const shownAtMost = 50;
/** From one address. */
const limit = { burst: 60, perSecond: 5 };
const longestComment = 500;

export function createApprovalsEndpoint(deps: {
  readonly approvals: Pick<Approvals, 'list' | 'read' | 'decide'>;
  /** Null: nobody can sign in. */
  readonly visitors: PageVisitors | null;
  /** Our own origin as browsers see it, where a proxy writes another name into Host. */
  readonly publicOrigin: string | null;
  readonly trustedProxies: number;
  readonly logger: Logger;
}): ApprovalsEndpoint {
  const { approvals, visitors, publicOrigin, trustedProxies, logger } = deps;
  const isTaken = createRateLimit(limit.perSecond, limit.burst);

  return {
    isWanted: (target) => readPath(target) !== null,
    serve(request, response) {
      run(request, response).catch((error: unknown) => fail(request, response, error));
    },
  };

  async function run(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const id = readPath(request.url)?.id ?? null;
    if (!isTaken(sourceAddress(request, trustedProxies), performance.now())) {
      throw new ProblemError('too_many_requests', 'Too many requests; come again');
    }
    const isPost = request.method === 'POST';
    if (request.method !== 'GET' && !(isPost && id !== null)) {
      throw new ProblemError('method_not_allowed', 'Use GET here, and POST for a decision');
    }
    if (isPost && !isFromUs(request)) {
      throw new ProblemError('forbidden', 'The form comes from a page of another site');
    }
    if (visitors === null) {
      sendPage(response, noSignInPage);
      return;
    }
    const visitor = await visitors.read(request, response);
    if (visitor === null) {
      sendPage(response, signInPage(visitors.signInPath ?? '/approvals'));
    } else if (id === null) {
      const list = await approvals.list(visitor.decider, { limit: shownAtMost, isOpenOnly: false });
      sendPage(response, approvalsPage(list, visitor.token), visitor.headers);
    } else if (isPost) {
      await decide(request, response, { id, visitor });
    } else {
      const found = await approvals.read(id, visitor.decider);
      sendPage(response, approvalPage(found, visitor.token), visitor.headers);
    }
  }

  async function decide(
    request: IncomingMessage,
    response: ServerResponse,
    { id, visitor }: { readonly id: string; readonly visitor: PageVisitor },
  ): Promise<void> {
    const form = await readForm(request);
    if (form.get('token') !== visitor.token) {
      const why = 'The page was too old, or not one of this browser';
      sendPage(response, refusedPage(403, why), visitor.headers);
      return;
    }
    const decision = form.get('decision');
    if (decision !== 'approve' && decision !== 'refuse') {
      throw new ProblemError('invalid_input', 'Approve or refuse it');
    }
    const comment = (form.get('comment') ?? '').trim().slice(0, longestComment);
    await approvals.decide(id, visitor.decider, {
      verdict: decision === 'approve' ? 'approved' : 'refused',
      comment: comment === '' ? null : comment,
    });
    sendOn(response, `/approvals/${id}`);
  }

  /** Browsers say where a form comes from; another port of this machine is another site too. */
  function isFromUs({ headers: { origin, host } }: IncomingMessage): boolean {
    if (origin === undefined || origin === publicOrigin) return true;
    return URL.canParse(origin) && new URL(origin).host === host;
  }

  function fail(request: IncomingMessage, response: ServerResponse, error: unknown): void {
    const { status, detail, title } = toProblem(error, requestIdOf(response), logger);
    if (response.headersSent) response.destroy();
    else if (status === 405 || status === 413 || status === 415) {
      answerFailure(request, response, error, logger);
    } else sendPage(response, refusedPage(status, (detail ?? title).replace(/\.$/, '')));
  }
}

/** Null: another path. */
function readPath(target: string | undefined): { readonly id: string | null } | null {
  const path = (target ?? '').split('?', 1)[0] ?? '';
  const [, rest, id] = /^\/approvals(\/([0-9A-HJKMNP-TV-Z]{26}))?$/.exec(path) ?? [];
  if (path === '/approvals') return { id: null };
  return rest === undefined || id === undefined ? null : { id };
}
