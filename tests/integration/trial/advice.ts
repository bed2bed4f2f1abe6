/** What a failed call says, as far as a model can use it. Throws where it does not say what is looked for. */
export interface Advice {
  /** Everything that the model is shown. */
  readonly text: string;
  /** "did you mean General?" */
  suggestion(): string;
  /** Who or what may be meant. */
  candidates(): readonly Candidate[];
  /** Those of these tools that it names, in its order. */
  tools(): readonly string[];
  /** "must be one of accept, tentative, decline" */
  choices(): readonly string[];
  /** How something has to be written: "like 2026-11-26". */
  example(): string;
}

export interface Candidate {
  readonly id: string;
  readonly name: string;
  readonly mail?: string;
}

/** `texts`: of the result; of a refused request its message. */
export function readAdvice(texts: readonly string[]): Advice {
  const text = texts.join('\n');
  const fields = fieldsIn(texts[0] ?? '');
  const need = <Value>(value: Value | undefined, what: string): Value => {
    if (value !== undefined) return value;
    throw new Error(`The error has no ${what}: ${text}`);
  };
  return {
    text,
    suggestion: () =>
      need(
        fields.flatMap(({ suggestion }) => suggestion ?? [])[0] ??
          /did you mean ([\w ]+?)[?;,.]/.exec(text)?.[1],
        'suggestion',
      ),
    candidates: () => {
      const all = fields.flatMap(({ candidates }) => candidates ?? []);
      return need(all.length > 0 ? all : undefined, 'candidates');
    },
    tools: () => {
      const named = [...text.matchAll(/\b[a-z]+(?:_[a-z]+)+\b/g)].map(([name]) => name);
      const tools = [...new Set(named)].filter((name) => areas.test(name));
      return need(tools.length > 0 ? tools : undefined, 'next tool');
    },
    choices: () =>
      need(/must be one of ([^."\n]+)/.exec(text)?.[1], 'choices')
        .split(',')
        .map((one) => one.trim()),
    example: () => need(/\b\d{4}-\d\d-\d\d(?:T\d\d:\d\d)?/.exec(text)?.[0], 'example'),
  };
}

/** Problem codes look like names of tools but for their beginning. */
const areas =
  /^(planner|todo|mail|calendar|teams|people|groups|files|sync|task|tools|approvals|actions|work|auth)_(?!not_|forbidden|in_|removal_|refused|expired|decided|outdated)/;

interface Field {
  readonly suggestion?: string;
  readonly candidates?: readonly Candidate[];
}

function fieldsIn(text: string): readonly Field[] {
  if (!text.startsWith('{')) return [];
  const { errors = [] } = JSON.parse(text) as { readonly errors?: readonly Field[] };
  return errors;
}
