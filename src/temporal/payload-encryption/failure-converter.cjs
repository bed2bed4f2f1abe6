// Temporal loads it by its path: in the worker's process, and bundled with the workflows.
const { DefaultFailureConverter } = require('@temporalio/common');

const encoded = new DefaultFailureConverter({ encodeCommonAttributes: true });
const plain = new DefaultFailureConverter();

/**
 * Puts messages and stack traces into payloads, which are then encrypted; but for the advice on a missing key, which has
 * to be read by somebody without it.
 * @type {import('@temporalio/common').FailureConverter}
 */
exports.failureConverter = {
  errorToFailure: (error, ...rest) =>
    (isAboutKey(error) ? plain : encoded).errorToFailure(error, ...rest),
  failureToError: (...given) => encoded.failureToError(...given),
};

/**
 * An activity's arguments that cannot be read are told by a failure whose type is the error's name.
 * @param {unknown} error
 */
function isAboutKey(error) {
  if (!(error instanceof Error)) return false;
  const names = [error.name, 'type' in error ? error.type : null];
  return names.includes('PayloadKeyError');
}
