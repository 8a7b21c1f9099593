/** The half of benchmark.py that runs in node: prints seconds as JSON. */
import { golden, load, parts } from "./support.mjs";

const [scores, replicates] = process.argv.slice(2).map(Number);
const inno = await load();
const { method, data } = parts(
  inno,
  golden.cases.find(({ name }) => name === "pii"),
);
const dataset = inno.dataset(data);

function least(work, times) {
  let best = Infinity;
  for (let k = 0; k < times; k++) {
    const begin = performance.now();
    work();
    best = Math.min(best, performance.now() - begin);
  }
  return best / 1e3;
}

const uncertainty = method.uncertainty(dataset, { noise: { 1: 0.25 }, seed: 7 });
console.log(
  JSON.stringify({
    score: least(() => method.score(dataset).dispose(), scores),
    replicates: least(() => uncertainty.run(replicates), 5),
  }),
);
