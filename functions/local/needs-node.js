// Plain JavaScript: it must run where TypeScript does not. npm puts the Node that package.json pins first on the path where
// there is one for this machine; where there is none, the machine's own serves, if it runs TypeScript as it is.
const [major = 0, minor = 0] = process.versions.node.split('.').map(Number);
const runsTypeScript = (major === 22 && minor >= 18) || (major === 23 && minor >= 6) || major >= 24;
if (!runsTypeScript) {
  console.error(
    `dual-use-watch: Node 22.18 or newer is needed; this is ${process.version} at ${process.execPath}, and the Node 24 that npm brings along is not there for ${process.platform} ${process.arch}: install Node 24 from https://nodejs.org, then run npm ci again`,
  );
  process.exitCode = 1;
}
