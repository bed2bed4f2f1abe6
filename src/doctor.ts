import { diagnose } from './composition/diagnosis/diagnose.js';
import { openDiagnosis } from './composition/diagnosis/open-diagnosis.js';
import { readConfig } from './config/load-config.js';
import { doctorHelp, readDoctorOptions } from './diagnosis/doctor-options.js';
import { renderReport } from './diagnosis/render-report.js';
import { exitCodeOf } from './diagnosis/report.js';

const usualWidth = 100;

/** `npm run doctor`: what the installation needs, what was found, and how to put it right. */
async function main(): Promise<{ readonly text: string; readonly exitCode: number }> {
  const options = readDoctorOptions(process.argv.slice(2));
  switch (options.kind) {
    case 'help':
      return { text: doctorHelp.trimEnd(), exitCode: 0 };
    case 'nonsense':
      return { text: options.message.trimEnd(), exitCode: 2 };
    case 'report': {
      const report = await diagnose(openDiagnosis(readConfig(process.env)));
      const text = options.isJson
        ? JSON.stringify(report, null, 2)
        : renderReport(report, {
            width: process.stdout.columns ?? usualWidth,
            hasColour: process.stdout.isTTY && (process.env['NO_COLOR'] ?? '') === '',
          });
      return { text, exitCode: exitCodeOf(report) };
    }
  }
}

const { text, exitCode } = await main();
// Something that hangs must not keep the process, but a pipe has to take all of the text before.
(exitCode === 2 ? process.stderr : process.stdout).write(`${text}\n`, () => process.exit(exitCode));
