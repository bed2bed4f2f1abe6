import { expect, it } from 'vitest';
import { countLine, countTests } from '../../../scripts/lib/test-counts.mjs';

it('counts what ran, and a file that could not be loaded as one failure', () => {
  const report = {
    numPassedTests: 7,
    numFailedTests: 1,
    numPendingTests: 2,
    numTodoTests: 1,
    testResults: [
      { status: 'passed', assertionResults: [{}] },
      { status: 'failed', assertionResults: [{}] },
      { status: 'failed', assertionResults: [] },
    ],
  };
  expect(countLine(countTests(JSON.stringify(report)))).toBe('7 passed, 2 failed, 3 skipped');
});
