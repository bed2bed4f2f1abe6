// A browser for programs that open one (BROWSER): signs SIGN_IN_PERSON in at the emulator whose control API is at SIGN_IN_CONTROL, and
// follows where that leads.
const [, , url] = process.argv;
const { SIGN_IN_CONTROL: control, SIGN_IN_PERSON: person } = process.env;
const response = await fetch(`${control ?? ''}/sign-in`, {
  method: 'POST',
  headers: { 'Content-Type': 'application/json' },
  body: JSON.stringify({ url, person, consent: 'accept' }),
});
const { redirectUrl } = /** @type {{ redirectUrl: string }} */ (await response.json());
const page = await fetch(redirectUrl);
process.exitCode = page.ok ? 0 : 1;
