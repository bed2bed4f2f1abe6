import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { approvalIdOf } from '../../../src/approvals/approval-id.js';
import {
  approvalAnswers,
  formatRiskAnswers,
  judgeRisk,
  parseApprovalRules,
  parseRiskAnswers,
  usualRules,
} from '../../../src/domain/approvals/approval-policy.js';
import { approvalState } from '../../../src/domain/approvals/approval-state.js';
import { refuseDecider, seesApproval } from '../../../src/domain/approvals/may-decide.js';
import { risks } from '../../../src/domain/approvals/risk.js';
import { describeForPerson } from '../../../src/operations/actions/describe-for-person.js';

const bot = { actor: 'bot', kind: 'key' } as const;
const maya = { actor: 'maya@tandem.example', kind: 'person' } as const;
const anybody = { actor: 'bot', kind: 'anonymous' } as const;

function rules(text: string) {
  const parsed = parseApprovalRules(text);
  if (typeof parsed === 'string') throw new Error(parsed);
  return parsed;
}

describe('what becomes of something risky', () => {
  it('agents on their own ask, people and open servers do not, where nothing is said', () => {
    for (const set of [usualRules, []]) {
      expect(risks.map((risk) => judgeRisk(set, bot, risk))).toEqual(risks.map(() => 'ask'));
      expect(judgeRisk(set, maya, 'send')).toBe('never');
      expect(judgeRisk(set, anybody, 'send')).toBe('never');
    }
  });

  it('is said most narrowly by the key, then for its name, its group, everybody', () => {
    const set = rules('all:deny;agents=send:page;bot=send:never');
    expect(judgeRisk(set, { ...bot, approvals: { send: 'ask' } }, 'send')).toBe('ask');
    expect(judgeRisk(set, bot, 'send')).toBe('never');
    expect(judgeRisk(set, { ...bot, actor: 'other' }, 'send')).toBe('page');
    expect(judgeRisk(set, bot, 'post')).toBe('deny');
    expect(judgeRisk(set, maya, 'send')).toBe('deny');
  });

  it('is not said for a name that nobody has proved', () => {
    expect(judgeRisk(rules('send:ask;bot=send:never'), anybody, 'send')).toBe('ask');
  });

  it('is written and read the same', () => {
    const answers = fc.record(
      Object.fromEntries(risks.map((risk) => [risk, fc.constantFrom(...approvalAnswers)])),
      { requiredKeys: [] },
    );
    fc.assert(
      fc.property(answers, (some) => {
        fc.pre(Object.keys(some).length > 0);
        expect(parseRiskAnswers(formatRiskAnswers(some))).toEqual(some);
      }),
    );
  });

  it.each(['', 'send', 'send:maybe', 'sell:ask', '=send:ask', 'bot=', 'send:ask;'])(
    'refuses "%s"',
    (text) => {
      expect(parseApprovalRules(text)).toBeTypeOf('string');
    },
  );
});

describe('who decides', () => {
  const byKey = { kind: 'key', owner: 'key:bot' } as const;
  const byMaya = { kind: 'person', owner: 'person:maya' } as const;
  const open = { kind: 'anonymous', owner: 'anonymous' } as const;

  it('never is who asked, but a person on the page', () => {
    expect(
      refuseDecider(byKey, { ...byKey, way: 'call', mayDecideForOthers: true }),
    ).not.toBeNull();
    expect(refuseDecider(open, { ...open, way: 'call', mayDecideForOthers: true })).not.toBeNull();
    expect(
      refuseDecider(byMaya, { ...byMaya, way: 'call', mayDecideForOthers: true }),
    ).not.toBeNull();
    expect(refuseDecider(byMaya, { ...byMaya, way: 'page', mayDecideForOthers: false })).toBeNull();
    expect(refuseDecider(open, { ...open, way: 'page', mayDecideForOthers: true })).toBeNull();
  });

  it('decides for agents with the scope, and never for other people', () => {
    const boss = { kind: 'person', owner: 'person:boss', way: 'page' } as const;
    expect(refuseDecider(byKey, { ...boss, mayDecideForOthers: true })).toBeNull();
    expect(refuseDecider(byKey, { ...boss, mayDecideForOthers: false })).not.toBeNull();
    expect(refuseDecider(byMaya, { ...boss, mayDecideForOthers: true })).not.toBeNull();
    expect(seesApproval(byKey, { owner: boss.owner, mayDecideForOthers: true })).toBe(true);
    expect(seesApproval(byKey, { owner: boss.owner, mayDecideForOthers: false })).toBe(false);
    expect(seesApproval(byMaya, { owner: boss.owner, mayDecideForOthers: true })).toBe(false);
  });
});

describe('how an approval stands', () => {
  it('is what became of it, else what was decided, else waiting until its time is over', () => {
    const open = { expiresAt: 10, verdict: null, outcome: null };
    expect(approvalState(open, 9)).toBe('waiting');
    expect(approvalState(open, 10)).toBe('expired');
    expect(approvalState({ ...open, verdict: 'approved' }, 11)).toBe('approved');
    expect(approvalState({ ...open, verdict: 'approved', outcome: 'unknown' }, 11)).toBe('unknown');
  });
});

describe('the id of an approval under a key', () => {
  it('has the form of an id, and is another for another actor or key', () => {
    fc.assert(
      fc.property(fc.string(), fc.string(), (actor, key) => {
        expect(approvalIdOf(actor, key)).toMatch(/^[0-7][0-9A-HJKMNP-TV-Z]{25}$/);
        expect(approvalIdOf(actor, key)).toBe(approvalIdOf(actor, key));
        expect(approvalIdOf(`${actor}x`, key)).not.toBe(approvalIdOf(actor, `x${key}`));
      }),
    );
  });
});

describe('what a person is asked in their own program', () => {
  it('has every detail, and says how much of a long text is left out', () => {
    const text = describeForPerson('Send "A" to Ana', {
      to: ['Ana', 'Bo'],
      isOnlineMeeting: true,
      body: 'x'.repeat(700),
    });
    expect(text).toContain('Approve this? Send "A" to Ana');
    expect(text).toContain('To: Ana, Bo');
    expect(text).toContain('Is online meeting: true');
    expect(text).toContain('(100 more characters)');
  });

  it('has no line that looks like a detail and is a part of a text', () => {
    const text = describeForPerson('Send "A\r\n\nTo: Eve"', {
      to: ['mallory@example.com'],
      body: 'Hello\n\nTo: Ana\u2028Cc: Bo',
    });
    expect(text.split(/\r\n|[\n\r\u2028]/).filter((line) => /^(To|Cc):/.test(line))).toEqual([
      'To: mallory@example.com',
    ]);
  });
});
