/** `drawbridge init`: asks what is not said, writes the files, and says what is left to do. */
import { failed, wrongUsage } from '../child/exit.ts';
import { type Answers, readAnswers } from '../init/answers.ts';
import { type Plan, planFor } from '../init/plan.ts';
import { naming, type Question, type QuestionName, questionNames, questions } from '../init/questions.ts';
import type { Hearing } from './hearing.ts';
import { inTheWay, writeAll } from './init-files.ts';
import { jsonOf, pageOf } from './init-page.ts';
import type { InitWishes } from './init-wishes.ts';
import { type CliIo, say } from './io.ts';

/** Gives the exit code: 0 written, or told by `--dry-run`; 1 refused, with nothing written; 2 an answer is not there. */
export async function init(wishes: InitWishes, io: CliIo, hearing: Hearing): Promise<number> {
  const { folder, force, dryRun, json } = wishes;
  const told = await answersTo(wishes, io, hearing);
  if (typeof told === 'number') return told;
  const plan = planFor(told.answers);
  const faults = inTheWay(folder, plan.files, { force });
  if (faults.length > 0) return refuse(faults, io);
  if (!dryRun) {
    if (told.asked && !(await agreed(plan, io, hearing))) return refuse([], io);
    const mark = `drawbridge-${Buffer.from(io.random(6)).toString('hex')}`;
    const written = writeAll(folder, plan.files, { force, mark });
    if (!written.ok) return refuse(written.faults, io);
  }
  const done = dryRun ? 'dry-run' : 'written';
  io.stdout.write(json ? jsonOf(plan, done) : pageOf(plan, done));
  if (!json && !dryRun && hasToken(io)) await lookAt(told.answers, folder, io, hearing);
  return 0;
}

const hasToken = ({ env }: CliIo): boolean => ['GITHUB_TOKEN', 'GH_TOKEN'].some((name) => env[name]?.trim());

/** The doctor's page. What it finds is what is left to do, and no failure of ours. */
async function lookAt({ repository }: Answers, folder: string, io: CliIo, hearing: Hearing): Promise<void> {
  const { doctor } = await import('./doctor.ts');
  io.stdout.write('\n');
  const env = { ...io.env, GITHUB_WORKSPACE: folder };
  await doctor(
    { repository, pullRequest: undefined, workflow: undefined, json: false },
    { ...io, env },
    hearing,
  );
}

/** The answers, and whether somebody was asked for them; an exit code where there are none. */
async function answersTo(
  { said }: InitWishes,
  io: CliIo,
  hearing: Hearing,
): Promise<{ readonly answers: Answers; readonly asked: boolean } | number> {
  const missing = (): readonly QuestionName[] => {
    const read = readAnswers((name) => said.get(name));
    return read.ok ? [] : read.missing;
  };
  const asked = missing().length > 0;
  if (asked && !(io.stdin.isTTY && io.stderr.isTTY)) {
    say(
      io,
      'init',
      missing().map((name) => `--${name} is missing; it ${naming(mustOf(name), said.get('repository'))}`),
    );
    return wrongUsage;
  }
  const open = asked ? questionNames.filter((name) => !said.has(name)) : [];
  const heard = asked
    ? await promptsFor(open, said.get('repository'), io, hearing)
    : new Map<QuestionName, string>();
  if (heard === undefined) return refuse([], io);
  const read = readAnswers((name) => said.get(name) ?? heard.get(name));
  if (read.ok) return { answers: read.answers, asked };
  say(io, 'init', read.wrong);
  return wrongUsage;
}

async function promptsFor(
  names: readonly QuestionName[],
  repository: string | undefined,
  io: CliIo,
  { interrupted }: Hearing,
) {
  const { askFor } = await import('./init-prompts.ts');
  return askFor(names, repository, io, interrupted);
}

async function agreed({ files }: Plan, io: CliIo, { interrupted }: Hearing): Promise<boolean> {
  const { mayWrite } = await import('./init-prompts.ts');
  return mayWrite(
    files.map(({ path }) => path),
    io,
    interrupted,
  );
}

function mustOf(name: QuestionName): string {
  const { must }: Question = questions[name];
  return must;
}

function refuse(faults: readonly string[], io: CliIo): number {
  say(io, 'init', [...faults, 'nothing was written']);
  return failed;
}
