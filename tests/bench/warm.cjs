// Does the same work once for each line that comes in, and says how many milliseconds it took.
// node warm.cjs mjml|juice FILE
"use strict";
const { readFileSync } = require("node:fs");
const { createInterface } = require("node:readline");

const [tool, file] = process.argv.slice(2);
const work = require(tool);

async function answer() {
  for await (const _ of createInterface({ input: process.stdin })) {
    const start = performance.now();
    const made = await work(readFileSync(file, "utf8"));
    const took = performance.now() - start;
    if (made.errors?.length || !(made.html ?? made).includes("</html>")) throw new Error(`${tool} made no message`);
    console.log(took);
  }
}

answer();
