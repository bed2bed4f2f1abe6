import type { ApprovalView } from '../../approvals/approval-view.js';
import type { ApprovalState } from '../../domain/approvals/approval-state.js';
import { toWords } from '../../operations/actions/describe-for-person.js';
import { markup, type Markup } from '../pages/markup.js';
import type { Page } from '../pages/send-page.js';

/** What waits for the person, and what was decided lately. `token` ties what is sent to this browser. */
export function approvalsPage(approvals: readonly ApprovalView[], token: string): Page {
  const waiting = approvals.filter(({ state }) => state === 'waiting');
  const others = approvals.filter(({ state }) => state !== 'waiting');
  return {
    status: 200,
    title: 'Approvals',
    formTargets: [],
    body: markup`
<p>Agents ask here before they do something that you may want to see first.</p>
<h2>Waiting for you</h2>
${waiting.length === 0 ? markup`<p>Nothing waits.</p>` : waiting.map((one) => toCard(one, token))}
${others.length === 0 ? null : markup`<h2>Decided</h2>${toTable(others)}`}
`,
  };
}

/** One of them, with all that is known. */
export function approvalPage(approval: ApprovalView, token: string): Page {
  const { state } = approval;
  return {
    status: 200,
    title: state === 'waiting' ? 'Approve this?' : stateTitles[state],
    formTargets: [],
    // What was approved is done within seconds.
    ...(state === 'approved' && { refreshSeconds: 2 }),
    body: markup`
${toCard(approval, token)}
<p><a href="/approvals">All approvals</a></p>
`,
  };
}

export function signInPage(signInPath: string): Page {
  return {
    status: 200,
    title: 'Approvals',
    body: markup`
<p>Sign in to see what agents want to do in your name, and to approve or refuse it.</p>
<p><a href="${signInPath}">Sign in with Microsoft</a></p>
`,
  };
}

/** Where callers are known by keys alone. */
export const noSignInPage: Page = {
  status: 200,
  title: 'Approvals',
  body: markup`
<p>Nobody can sign in here, because this server knows its callers by keys alone.</p>
<p>A program with the scope <code>approvals:decide</code> can list what waits (<code>GET /api/approvals</code>) and decide (<code>POST /api/approvals/{id}</code>); whoever runs this server can let people sign in with AUTH_MODE oauth.</p>
`,
};

/** Why a form was not taken. */
export function refusedPage(status: number, why: string): Page {
  return {
    status,
    title: 'This was not taken',
    body: markup`
<p role="alert" class="bad">${why}.</p>
<p><a href="/approvals">Look again</a></p>
`,
  };
}

const stateTitles: Readonly<Record<ApprovalState, string>> = {
  waiting: 'Waiting',
  approved: 'Approved, being done',
  done: 'Done',
  failed: 'Approved, but it failed',
  outdated: 'Nothing was done',
  unknown: 'It may have been done',
  refused: 'Refused',
  expired: 'Nobody decided in time',
};

function toCard(approval: ApprovalView, token: string): Markup {
  const { id, state, effect, details, askedBy, operation, askedAt, expiresAt } = approval;
  const members = Object.entries(details);
  return markup`<article aria-labelledby="effect-${id}">
<h3 id="effect-${id}">${effect}</h3>
<dl>
${state === 'waiting' ? null : markup`<dt>State</dt><dd role="status">${stateTitles[state]}</dd>`}
<dt>Asked by</dt><dd>${askedBy}</dd>
<dt>With</dt><dd>${operation}</dd>
<dt>Asked</dt><dd>${toMinute(askedAt)}</dd>
${state === 'waiting' ? markup`<dt>Until</dt><dd>${toMinute(expiresAt)}, then nothing is done</dd>` : null}
${toDecision(approval)}
</dl>
${members.length === 0 ? null : markup`<dl>${members.map(([name, value]) => markup`<dt>${toWords(name)}</dt><dd>${toValue(value)}</dd>`)}</dl>`}
${state === 'waiting' ? toForm(id, token) : toOutcome(approval)}
</article>
`;
}

function toForm(id: string, token: string): Markup {
  return markup`<form method="post" action="/approvals/${id}">
<input type="hidden" name="token" value="${token}">
<p><label for="comment-${id}">Comment for whoever asked (may be empty)</label>
<input type="text" id="comment-${id}" name="comment" maxlength="500" autocomplete="off"></p>
<p class="row"><button name="decision" value="approve" aria-describedby="effect-${id}">Approve</button>
<button class="quiet" name="decision" value="refuse" aria-describedby="effect-${id}">Refuse</button></p>
</form>`;
}

function toDecision({ decidedBy, decidedAt, comment }: ApprovalView): Markup {
  return markup`${decidedBy === undefined ? null : markup`<dt>Decided by</dt><dd>${decidedBy}</dd>`}
${decidedAt === undefined ? null : markup`<dt>Decided</dt><dd>${toMinute(decidedAt)}</dd>`}
${comment === undefined ? null : markup`<dt>Comment</dt><dd class="text">${comment}</dd>`}`;
}

function toOutcome({ state, problem, result }: ApprovalView): Markup {
  if (problem !== undefined) {
    return markup`<p class="bad">${problem.detail}</p>`;
  }
  if (state === 'done') {
    return result?.['canUndo'] === true
      ? markup`<p class="good">It was done. Whoever asked can take it back.</p>`
      : markup`<p class="good">It was done.</p>`;
  }
  return markup`${state === 'approved' ? markup`<p>This page looks again by itself.</p>` : null}`;
}

function toTable(approvals: readonly ApprovalView[]): Markup {
  return markup`<table>
<thead><tr><th scope="col">What</th><th scope="col">Asked by</th><th scope="col">State</th></tr></thead>
<tbody>
${approvals.map(
  ({ id, effect, askedBy, state }) =>
    markup`<tr><td><a href="/approvals/${id}">${effect}</a></td><td>${askedBy}</td><td>${stateTitles[state]}</td></tr>
`,
)}</tbody>
</table>`;
}

/** Whatever an action says of itself, as text: nothing of it is markup. */
function toValue(value: unknown): Markup {
  if (Array.isArray(value)) {
    if (value.length === 0) return markup`none`;
    return markup`<ul>${value.map((one) => markup`<li>${toValue(one)}</li>`)}</ul>`;
  }
  if (typeof value === 'object' && value !== null) {
    const rows = Object.entries(value).map(
      ([name, one]) => markup`<dt>${toWords(name)}</dt><dd>${toValue(one)}</dd>`,
    );
    return markup`<dl>${rows}</dl>`;
  }
  return markup`<span class="text">${typeof value === 'string' ? value : JSON.stringify(value)}</span>`;
}

function toMinute(time: string): Markup {
  return markup`<time datetime="${time}">${time.slice(0, 16).replace('T', ' ')} UTC</time>`;
}
