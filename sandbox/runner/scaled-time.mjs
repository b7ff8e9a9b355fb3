/**
 * Preloaded (`node --import`) into the action under test, so that it lives in the sandbox's virtual time without a
 * hook of its own. Plain JavaScript, because it runs inside somebody else's process. Reads from the environment:
 * SANDBOX_TIME_ORIGIN (Unix ms), SANDBOX_TIME_SCALE, SANDBOX_NETWORK_SCALE (default 1: a time-out on the network is
 * a real one, since loopback answers in real time), when it starts and whenever `setTime` is called.
 */
import { enableCompileCache, syncBuiltinESMExports } from 'node:module';
import timers from 'node:timers';
import timersPromises from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';

// The same files are started a thousand times in a run of the suite: what V8 makes of them is kept for the next start.
enableCompileCache(fileURLToPath(new URL('../../node_modules/.cache/compiled', import.meta.url)));

let scale = 1;
let networkScale = 1;
let origin = 0;
const TIMEOUT_MAX = 2 ** 31 - 1;

/** The delay to hand to Node. One that Node refuses is passed as it is, so that it is refused here too. */
function shorten(delay, by) {
  const ms = Number(delay ?? 1);
  return ms >= 1 && ms <= TIMEOUT_MAX ? Math.ceil(ms / by) : delay;
}

// undici keeps the clock for its time-outs above one second with a tick of 499 ms. Scaled, its connect time-out of
// ten seconds would be over in some real milliseconds.
function scaleOf(callback, delay) {
  return delay === 499 && callback?.name === 'onTick' ? networkScale : scale;
}

const real = {
  now: Date.now,
  setTimeout: timers.setTimeout,
  setInterval: timers.setInterval,
  sleep: timersPromises.setTimeout,
  ticks: timersPromises.setInterval,
  wait: timersPromises.scheduler.wait.bind(timersPromises.scheduler),
  performanceNow: performance.now.bind(performance),
  timeOrigin: performance.timeOrigin,
  signalTimeout: AbortSignal.timeout.bind(AbortSignal),
};
const virtual = (ms) => origin + (ms - origin) * scale;
const now = () => Math.floor(virtual(real.now()));

timersPromises.setTimeout = (delay, ...rest) => real.sleep(shorten(delay, scale), ...rest);
timersPromises.setInterval = (delay, ...rest) => real.ticks(shorten(delay, scale), ...rest);
timersPromises.scheduler.wait = (delay, ...rest) => real.wait(shorten(delay, scale), ...rest);

function setTimeout(callback, delay, ...rest) {
  return real.setTimeout(callback, shorten(delay, scaleOf(callback, delay)), ...rest);
}
function setInterval(callback, delay, ...rest) {
  return real.setInterval(callback, shorten(delay, scale), ...rest);
}
Object.defineProperty(setTimeout, promisify.custom, { get: () => timersPromises.setTimeout });
Object.assign(timers, { setTimeout, setInterval });
Object.assign(globalThis, { setTimeout, setInterval });

const RealDate = Date;
RealDate.now = now;
globalThis.Date = new Proxy(RealDate, {
  construct: (target, args, newTarget) => Reflect.construct(target, args.length ? args : [now()], newTarget),
  apply: () => new RealDate(now()).toString(),
});
RealDate.prototype.constructor = globalThis.Date;

Object.defineProperty(performance, 'now', {
  value: () => real.performanceNow() * scale,
  configurable: true,
  writable: true,
});

/** Lives in the time that the environment tells from now on. */
export function setTime() {
  scale = Number(process.env.SANDBOX_TIME_SCALE ?? 1);
  networkScale = Number(process.env.SANDBOX_NETWORK_SCALE ?? 1);
  origin = Number(process.env.SANDBOX_TIME_ORIGIN ?? real.now());
  Object.defineProperty(performance, 'timeOrigin', { value: virtual(real.timeOrigin), configurable: true });
}
setTime();

AbortSignal.timeout = (ms) => real.signalTimeout(typeof ms === 'number' ? shorten(ms, networkScale) : ms);

// Named imports of node:timers and node:timers/promises are copies until this call.
syncBuiltinESMExports();
