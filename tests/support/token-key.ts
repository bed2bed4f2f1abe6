/** For tests that are not about it: no key of the data folder is made. */
export const testTokenKey = `test:${Buffer.alloc(32, 7).toString('base64')}`;
