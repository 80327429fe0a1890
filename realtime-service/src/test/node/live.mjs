// Behaves like a web page: connects, joins a thread, and prints each event as a line of JSON.
//   node live.mjs <address> <transport> <thread> [token]
import { io } from "socket.io-client";

const [address, transport, threadId, token] = process.argv.slice(2);
const say = (event, message) => console.log(JSON.stringify({ event, message }));

const socket = io(address, { transports: transport.split(","), auth: token ? { token } : {}, reconnection: false });
socket.onAny(say);
socket.on("connect_error", (error) => {
  say("refused", error.data ?? {});
  process.exit(0);
});
socket.on("disconnect", (reason) => {
  say("gone", { reason });
  process.exit(0);
});
socket.on("connect", async () => {
  say("joined", await socket.timeout(5000).emitWithAck("join-thread", { threadId }));
});
socket.io.engine?.on("upgrade", (engine) => say("upgraded", { to: engine.name }));
process.stdin.on("end", () => socket.close()).resume();
