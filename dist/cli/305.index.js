export const id = 305;
export const ids = [305,799];
export const modules = {

/***/ 3031:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  verify: () => (/* binding */ verify)
});

// EXTERNAL MODULE: external "node:os"
var external_node_os_ = __webpack_require__(8161);
// EXTERNAL MODULE: ./build/js/child/exit.js
var exit = __webpack_require__(1799);
// EXTERNAL MODULE: ./build/js/cli/io.js + 1 modules
var cli_io = __webpack_require__(2227);
// EXTERNAL MODULE: ./build/js/facts/alphabet.js
var alphabet = __webpack_require__(4611);
;// CONCATENATED MODULE: ./build/js/cli/proof-record.js
/** What is recorded of one verification (schema: docs/verification.schema.json). Pure. */

const keyForm = /^[A-Za-z0-9._-]+\/[A-Za-z0-9._-]+(?:#\d+|!queue|!push|!tag)@[0-9a-f]{40}:[0-9a-f]{12}$/;
/** The record of what a verification came to, at a time. */
function proofRecord(verified, { branchVariable }, when) {
    const common = { version: 1, when: when.toISOString(), proven: verified.ok };
    if (!verified.ok) {
        const reason = 'reason' in verified ? verified.reason : null;
        return { ...common, reason, github: null, gitlab: null, request: null };
    }
    const { claims, job, values, tests } = verified;
    const { repository, repositoryId, ownerId, actorId, event, workflow, environment } = claims;
    const like = (name, form) => {
        const value = values[name] ?? '';
        return form.test(value) ? value : null;
    };
    const pullRequest = like('GITHUB_PULL_REQUEST', /^[1-9]\d{0,14}$/);
    return {
        ...common,
        reason: null,
        github: {
            ...{ repository, repositoryId, ownerId, actor: actorId, event, workflow },
            environment: environment ?? null,
            ...{ run: claims.runId, attempt: claims.runAttempt, signed: new Date(claims.issuedAt).toISOString() },
        },
        gitlab: {
            project: job.project,
            pipeline: job.pipeline,
            job: job.id,
            ref: alphabet/* safeRef */.xu.test(job.ref) ? job.ref : null,
        },
        request: {
            commit: like('GITHUB_COMMIT_ID', /^[0-9a-f]{40}$/),
            branch: like(branchVariable, alphabet/* safeRef */.xu),
            pullRequest: pullRequest === null ? null : Number(pullRequest),
            key: like('DRAWBRIDGE_KEY', keyForm),
            tests: tests.filter((id) => alphabet/* safeValue */.pI.test(id)),
        },
    };
}

// EXTERNAL MODULE: ./build/js/cli/verified.js + 6 modules
var cli_verified = __webpack_require__(1887);
;// CONCATENATED MODULE: ./build/js/cli/verify.js
/** `drawbridge verify`: the early notice of a job before all others, and the audit line in its log. */





/** Runs the command. Gives the exit code: 0 where the request is proven, 1 where not, or where that could not be found out. */
async function verify({ wishes, json }, io, hearing) {
    const verified = await (0,cli_verified.verifyFirst)(wishes, io, hearing);
    const signal = hearing.first();
    if (signal !== undefined)
        return (0,exit/* signalCode */.S2)(signal, external_node_os_.constants.signals);
    const record = JSON.stringify(proofRecord(verified, wishes, new Date(io.clock.now())));
    if (!verified.ok) {
        (0,cli_io/* say */.c)(io, 'verify', verified.said);
        io.stdout.write(`${json ? '' : 'audit: '}${record}\n`);
        return verified.exit;
    }
    if (json) {
        io.stdout.write(`${record}\n`);
        return 0;
    }
    const { repository, runId } = verified.claims;
    io.stdout.write(`proven: asked for by run ${runId} of ${repository}, tests ${verified.tests.join(',')}\naudit: ${record}\n`);
    return 0;
}


/***/ }),

/***/ 8799:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   A: () => (/* binding */ canonicalize)
/* harmony export */ });
function serializeString (value) {
  if (!value.isWellFormed()) {
    throw new Error('Lone surrogate is not allowed');
  }
  return JSON.stringify(value);
}

function serializePrimitive (value) {
  switch (typeof value) {
    case 'number':
      if (isNaN(value)) {
        throw new Error('NaN is not allowed');
      }
      if (!isFinite(value)) {
        throw new Error('Infinity is not allowed');
      }
      // For finite numbers String(value) would give identical output, but
      // JSON.stringify benchmarks faster on V8.
      return JSON.stringify(value);
    case 'string':
      return serializeString(value);
    case 'boolean':
      return value ? 'true' : 'false';
    default:
      // null, or values JSON.stringify maps to undefined (undefined,
      // functions, symbols).
      return JSON.stringify(value);
  }
}

// Resolves a value to either its serialized primitive form (a string — or
// undefined, for values JSON.stringify drops) or a frame describing the
// container to descend into. Callers distinguish the two cases with
// `typeof result !== 'object'`.
//
// toJSON results are unwrapped here, and the wrapper objects stay in `seen`
// until the resolved subtree is fully serialized, so cycles introduced via
// toJSON are still detected.
function enterValue (value, seen) {
  let wrappers = null;
  while (value !== null && typeof value === 'object' && typeof value.toJSON === 'function') {
    if (seen.has(value)) {
      throw new Error('Circular reference detected');
    }
    seen.add(value);
    (wrappers ??= []).push(value);
    value = value.toJSON();
  }

  // Boxed Number/String/Boolean objects serialize as their primitive values,
  // mirroring how JSON.stringify treats them.
  if (value instanceof Number || value instanceof String || value instanceof Boolean) {
    value = value.valueOf();
  }

  if (value === null || typeof value !== 'object') {
    if (wrappers !== null) {
      for (const wrapper of wrappers) seen.delete(wrapper);
    }
    return serializePrimitive(value);
  }

  if (seen.has(value)) {
    throw new Error('Circular reference detected');
  }
  seen.add(value);

  return {
    container: value,
    // null marks an array frame; object frames carry their sorted keys.
    // `sort()`'s default comparator orders by UTF-16 code unit, which is the
    // order JCS requires.
    keys: Array.isArray(value) ? null : Object.keys(value).sort(),
    // Next child to serialize; the frame resumes here after a nested
    // container's subtree completes.
    index: 0,
    // Whether no member has been emitted yet (controls comma placement).
    first: true,
    // toJSON wrappers to release from `seen` when this frame completes.
    wrappers
  };
}

function canonicalize (object) {
  if (object === null || typeof object !== 'object') {
    return serializePrimitive(object);
  }

  const seen = new Set();
  const root = enterValue(object, seen);
  if (typeof root !== 'object') {
    // A toJSON chain resolved the input to a primitive.
    return root;
  }

  let result = root.keys === null ? '[' : '{';
  const stack = [root];

  // Depth-first serialization with an explicit stack instead of recursion, so
  // nesting depth is bounded by heap size rather than call-stack size. The top
  // frame is the container currently being serialized: primitive children are
  // appended inline, while a nested container pushes a new frame and jumps
  // back to the outer loop. Because frame.index was already advanced, the
  // parent resumes at its next child once the subtree is done. Opening
  // brackets are emitted when a frame is pushed, closing brackets when it
  // completes.
  outer:
  while (stack.length > 0) {
    const frame = stack[stack.length - 1];
    const container = frame.container;

    // keys === null marks an array frame; otherwise keys holds the object's
    // sorted property names. Either way the iteration counter lives on the
    // frame itself (frame.index), so when a frame is resumed after a nested
    // container completes, the while condition continues at the first
    // unserialized child instead of restarting from the beginning.
    if (frame.keys === null) {
      while (frame.index < container.length) {
        const i = frame.index++;
        if (i > 0) {
          result += ',';
        }
        const element = container[i];
        // Inside arrays, JSON.stringify serializes values with no JSON
        // representation (undefined, symbols, functions) as null.
        const value = element === undefined || typeof element === 'symbol' || typeof element === 'function' ? null : element;
        if (value === null || typeof value !== 'object') {
          result += serializePrimitive(value);
          continue;
        }
        const child = enterValue(value, seen);
        if (typeof child !== 'object') {
          // A toJSON chain resolved the child to an already-serialized
          // primitive — or, when child is undefined, to a value with no JSON
          // representation, which becomes null inside arrays.
          result += child === undefined ? 'null' : child;
          continue;
        }
        result += child.keys === null ? '[' : '{';
        stack.push(child);
        continue outer;
      }
      result += ']';
    } else {
      const keys = frame.keys;
      while (frame.index < keys.length) {
        const key = keys[frame.index++];
        const value = container[key];
        // Inside objects, JSON.stringify omits properties whose value has no
        // JSON representation (undefined, symbols, functions).
        if (value === undefined || typeof value === 'symbol' || typeof value === 'function') {
          continue;
        }
        if (value === null || typeof value !== 'object') {
          // Commas are tracked with a flag rather than the key index: a
          // skipped key must not leave a stray comma behind.
          if (frame.first) {
            frame.first = false;
          } else {
            result += ',';
          }
          result += serializeString(key) + ':' + serializePrimitive(value);
          continue;
        }
        // The child must be resolved before the key is emitted: a toJSON
        // returning a value with no JSON representation drops the whole
        // property.
        const child = enterValue(value, seen);
        if (child === undefined) {
          continue;
        }
        if (frame.first) {
          frame.first = false;
        } else {
          result += ',';
        }
        result += serializeString(key) + ':';
        if (typeof child !== 'object') {
          result += child;
          continue;
        }
        result += child.keys === null ? '[' : '{';
        stack.push(child);
        continue outer;
      }
      result += '}';
    }

    // Frame complete. The container leaves `seen` so that a later, sibling
    // reference to the same object is not mistaken for a cycle.
    seen.delete(container);
    if (frame.wrappers !== null) {
      for (const wrapper of frame.wrappers) seen.delete(wrapper);
    }
    stack.pop();
  }

  return result;
}


/***/ })

};
