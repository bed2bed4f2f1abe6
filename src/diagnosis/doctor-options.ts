import { parseArgs } from 'node:util';

export const doctorHelp = `npm run doctor [-- options]

Looks at everything that Tandem needs: configuration, Redis, Temporal, workers, Microsoft Entra ID and Graph, permissions,
plans, the public address, clocks. Says for each what was found and how to put it right. Reads only: nothing is changed.

  --json     the report for machines, the same as GET /api/server/health
  --help

Exit code: 0 all is well, or there are warnings only; 1 something does not work; 2 these options make no sense.

It checks what the environment and .env name, and where they name nothing what the running npm start has brought up.
Colours on a terminal only; NO_COLOR=1 switches them off.
`;

export type DoctorOptions =
  | { readonly kind: 'help' }
  | { readonly kind: 'report'; readonly isJson: boolean }
  | { readonly kind: 'nonsense'; readonly message: string };

export function readDoctorOptions(args: readonly string[]): DoctorOptions {
  try {
    const { values } = parseArgs({
      args: [...args],
      options: { json: { type: 'boolean' }, help: { type: 'boolean', short: 'h' } },
    });
    if (values.help === true) return { kind: 'help' };
    return { kind: 'report', isJson: values.json === true };
  } catch (error) {
    const problem = error instanceof Error ? error.message : String(error);
    return { kind: 'nonsense', message: `${problem}\n\n${doctorHelp}` };
  }
}
