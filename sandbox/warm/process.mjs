/**
 * A process that runs programs one after another (warm.ts). To start one costs a quarter of a second of processor time
 * and more, most of it for Node, and for V8 to learn the same file once more. Nothing of a program is replaced: it is its
 * text, run anew from the first line, with the arguments, the environment, the folder, the pipes and the signals of a
 * process. After one that has left anything behind no other is run. Plain JavaScript, as scaled-time.mjs is.
 */
import { subscribe } from 'node:diagnostics_channel';
import { appendFileSync, statSync } from 'node:fs';
import { setTime } from '../runner/scaled-time.mjs';
import { programAt } from './program.mjs';

const exit = process.exit.bind(process);
const { DRAWBRIDGE_STARTS: costs } = process.env;
const streams = [process.stdout, process.stderr];
const emitters = [process, ...streams];

/**
 * Of gitlab-ci-local, the validator of its schema: to make it takes two thirds of a run, and it is the same each time.
 * Where the text is another, it is made each time.
 */
const SCHEMA = /new [\w$.]+\(\{verbose:!0,allErrors:!0,[^{}]*\}\)\.compile\([\w$]+\)/;
let validator;
const once = (make) => {
  validator ??= make();
  return validator;
};

const programs = new Map();

/** The program at a path, compiled when it is first asked for and when the file is another. */
function programOf(path) {
  const { mtimeMs } = statSync(path);
  const known = programs.get(path);
  if (known?.mtimeMs === mtimeMs) return known;
  const program = programAt(path, (text) => text.replace(SCHEMA, '__once(() => $&)'), { __once: once });
  const found = { mtimeMs, ...program };
  programs.set(path, found);
  return found;
}

/** Connections that were opened and may be open still. The end of a process closes those that nobody uses. */
const sockets = new Set();
subscribe('net.client.socket', ({ socket }) => {
  sockets.add(socket);
  socket.once('close', () => sockets.delete(socket));
});

/** What goes on besides our pipes: timers, requests, children, files. */
const goingOn = () => process.getActiveResourcesInfo().filter((name) => name !== 'PipeWrap');
/** Such a thing ends by itself, and soon: both programs write a last file right before their end. */
const isFile = (name) => name === 'CloseReq' || name === 'FSReqCallback' || name === 'FSReqPromise';

/** Names alone: under a symbol libraries keep what is to be shared by all of a process. */
const globals = () => Object.getOwnPropertyNames(globalThis).length;

/** Everybody who listens to the process and its streams. */
const listeners = () =>
  emitters.map((emitter) => new Map(emitter.eventNames().map((name) => [name, emitter.rawListeners(name)])));

function removeListeners(before) {
  emitters.forEach((emitter, index) => {
    for (const name of emitter.eventNames())
      for (const listener of emitter.rawListeners(name))
        if (!before[index].get(name)?.includes(listener)) emitter.removeListener(name, listener);
  });
}

/** All that a new process would find. */
function prepare({ path, args, env, cwd }) {
  for (const name of Object.keys(process.env)) delete process.env[name];
  Object.assign(process.env, env);
  process.chdir(cwd);
  process.argv = [process.execPath, path, ...args];
  process.exitCode = undefined;
  setTime();
  return programOf(path);
}

function run({ mark, mayFail, ...start }) {
  process.channel.unref();
  let program;
  try {
    program = prepare(start);
  } catch (error) {
    return process.send({ error: String(error) });
  }
  const before = { listeners: listeners(), globals: globals() };
  process.exit = (...code) => {
    // Nothing that a program does behind its end may count. One that gives up in the midst of things would go on.
    const isPlain = code.length === 0 || mayFail;
    if (!isPlain || !goingOn().every(isFile) || process.listenerCount('exit') > 0) exit(...code);
    process.exit = exit;
    for (const socket of sockets) socket.destroy();
    const end = `\0${mark} ${code[0] ?? process.exitCode ?? 0}\n`;
    void Promise.all(streams.map((stream) => write(stream, end))).then(() =>
      inTwoTurns(() => rest(program, before)),
    );
  };
  program.run();
}

/** Ends the process where nobody reads any more. */
const write = (stream, text) =>
  new Promise((resolve) => stream.write(text, (error) => (error ? exit() : resolve(undefined))));

/** What goes on behind the end of a program shows by then. */
const inTwoTurns = (act) => setImmediate(() => setImmediate(act));

/** Is there for the next program, unless something of this one is left. */
function rest(program, before) {
  const left = goingOn();
  if (left.length > 0 && left.every(isFile)) return void inTwoTurns(() => rest(program, before));
  if (left.length > 0 || sockets.size > 0 || globals() !== before.globals) exit();
  removeListeners(before.listeners);
  process.chdir('/');
  program.keep();
  process.channel.ref();
  process.send({});
}

process.on('message', run);
process.on('disconnect', () => {
  // Whoever started it is gone, and will not wait for it.
  const { user, system } = process.cpuUsage();
  if (costs !== undefined) appendFileSync(costs, `seconds ${(user + system) / 1e6}\n`);
  exit();
});
