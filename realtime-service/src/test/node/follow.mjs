// Follows a thread as docs/realtime.md describes: it reconnects with the highest offset that it has received.
//   node follow.mjs <address> <transport> <thread>
import { io } from "socket.io-client";

const [address, transport, threadId] = process.argv.slice(2);
let offset;
const reached = (place) => (offset = Math.max(offset ?? 0, place ?? 0));
const say = (event, message) => console.log(JSON.stringify({ event, message }));

const socket = io(address, { transports: transport.split(","), reconnectionDelay: 100, reconnectionDelayMax: 300 });
socket.onAny((event, message) => {
  reached(message.offset);
  say(event, message);
});
socket.on("disconnect", (reason) => say("gone", { reason }));
socket.on("connect", async () => {
  const answer = await socket.timeout(30000).emitWithAck("join-thread", offset ? { threadId, offset } : { threadId });
  if (answer.ok) {
    reached(answer.offset);
  }
  say("joined", answer);
});
process.stdin.on("end", () => socket.close()).resume();
