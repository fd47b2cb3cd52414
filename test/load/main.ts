// Many calls followed at once by one process: npm run load -- [calls] [polls per second] [seconds]
import { followCalls } from "./follow-calls.js";

const [calls = 1000, pollsPerSecond = 200, seconds = 30] = process.argv.slice(2).map(Number);
const report = await followCalls({ calls, pollsPerSecond, duration: seconds * 1000 });
console.log(JSON.stringify({ pollsPerSecond, ...report }, null, 2));
const ended = Object.values(report.ends).reduce((sum, count) => sum + count, 0);
const [first = 0, , last = 0] = report.memory;
const isRight = ended === calls && report.mostPerSecond <= pollsPerSecond * 1.1 + 1 && last <= first + 5;
console.log(isRight ? "every end seen, polls bounded, memory flat" : "WRONG");
process.exitCode = isRight ? 0 : 1;
