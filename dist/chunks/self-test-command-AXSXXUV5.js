import { createRequire as __createRequire } from 'node:module'; const require = __createRequire(import.meta.url);
import {
  logLine
} from "./chunk-Q5FGHLH2.js";
import {
  readAllCases,
  runSelfTest,
  sumOf
} from "./chunk-C6CW55AU.js";
import {
  FAULT_WORDS
} from "./chunk-EGFJIFG3.js";
import {
  endings,
  makeTemporaryFolder,
  removeTemporaryFolder
} from "./chunk-XY5P56TY.js";
import {
  findLogs
} from "./chunk-OXV5CZL2.js";
import "./chunk-6FZD2Q4K.js";
import "./chunk-FMZDPIGI.js";
import "./chunk-QONCPJAH.js";
import "./chunk-T4ERRSQM.js";
import {
  loadAll
} from "./chunk-PQPGXULL.js";
import "./chunk-2UVDUH5S.js";
import "./chunk-4U3JR4NS.js";
import "./chunk-UQUMPY6H.js";
import "./chunk-HZS6KROO.js";
import "./chunk-VYH7LHI6.js";
import "./chunk-4FWAGCHY.js";
import "./chunk-QUYZWO2B.js";
import "./chunk-UJGNYGTX.js";
import "./chunk-32PB2WSB.js";
import "./chunk-Q6DGIV3J.js";
import "./chunk-MOC3KAUT.js";
import {
  SettingsError
} from "./chunk-XRVFALA3.js";
import "./chunk-RLU6Z4TT.js";
import "./chunk-6DG7BXTN.js";

// src/self-test-command.ts
function selfTestInputs(given) {
  const onAthena = given.engine === "athena" || given["athena-table"] !== void 0;
  return { ...onAthena ? {} : { logs: "." }, period: "last-month", "allow-open-period": "true", ...given };
}
async function selfTestCommand(ids, settings, context) {
  const all = await loadAll(settings.ownQueries);
  const cases = await readAllCases(chosen(all.queries, ids), all.ownCases);
  const tempDir = await makeTemporaryFolder(settings.tempDir);
  try {
    const logs = await findLogs(settings, context);
    try {
      const engine = await logs.openEngine({ files: [], tempDir, queries: cases.map(({ query }) => query) });
      const end = () => engine.close();
      if (engine.name === "athena") endings.add(end);
      try {
        return said(await runSelfTest(cases, engine, context.progress));
      } finally {
        await engine.close();
        endings.delete(end);
      }
    } finally {
      logs.close();
    }
  } finally {
    await removeTemporaryFolder(tempDir);
  }
}
function chosen(queries, ids) {
  const wanted = ids.map((id) => id.toUpperCase());
  const unknown = wanted.filter((id) => !queries.some((query) => query.id === id));
  if (unknown.length > 0) throw new SettingsError(`"${unknown.join(", ")}" is no query of the pack; allowed are ${queries.map(({ id }) => id).join(", ")}.`);
  return wanted.length === 0 ? queries : queries.filter(({ id }) => wanted.includes(id));
}
function said({ engine, queries }) {
  const [fired, silent] = [sumOf(queries.map((query) => query.fired)), sumOf(queries.map((query) => query.silent))];
  const wrong = queries.reduce((sum, query) => sum + query.wrong.length, 0);
  const width = Math.max(0, ...queries.map(({ id }) => id.length)) + 2;
  const lines = queries.flatMap((query) => [`${query.id.padEnd(width)}${tallies(query)}`, ...query.wrong.map((each) => `${" ".repeat(width)}${wrongLine(each)}`)]);
  const end = fired.cases + silent.cases === 0 ? "no query has cases, so nothing is shown" : wrong === 0 ? "all as they must" : `${wrong} went wrong`;
  return { text: `${lines.join("\n")}

${queries.length} ${queries.length === 1 ? "query" : "queries"} on ${engine}: fired ${words(fired)}, silent ${words(silent)}: ${end}.`, code: wrong > 0 || fired.cases + silent.cases === 0 ? 1 : 0 };
}
function tallies({ casesSha256, fired, silent }) {
  return casesSha256 === null ? "no cases" : `fired ${words(fired).padEnd(10)}silent ${words(silent)}`;
}
function words({ cases, right }) {
  return `${right} of ${cases}`;
}
function wrongLine({ must, name, fault, detail }) {
  return `${must ? "must fire" : "must stay silent"}: ${logLine(name)} ${FAULT_WORDS[fault]}${detail === void 0 ? "" : ` (${logLine(detail)})`}`;
}
export {
  said,
  selfTestCommand,
  selfTestInputs
};
