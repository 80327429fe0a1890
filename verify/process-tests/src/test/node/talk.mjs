// Talks in a conversation as docs/realtime.md describes: it joins, reads what was written before, sends its messages until
// each is accepted, hears those of all members, and prints them in the order of their numbers once there are as many as
// expected.
//   node talk.mjs <gateway> <transport> <conversation> <token> <name> <own messages> <all messages>
import { setTimeout as pause } from "node:timers/promises";
import { io } from "socket.io-client";

const [gateway, transport, conversationId, token, name, own, all] = process.argv.slice(2);
const heard = new Map();
let offset;
let joined = false;
let interruptions = 0;
const reached = (place) => (offset = Math.max(offset ?? 0, place ?? 0));

const socket = io(gateway, {
  transports: [transport],
  auth: { token },
  reconnectionDelay: 200,
  reconnectionDelayMax: 1000
});

/** An event may come again; a message without a number is accepted and not stored yet. */
function hear(message) {
  if (message.seq !== null) {
    heard.set(message.seq, message.text);
  }
}

async function reload() {
  const url = `${gateway}/api/v1/chat/conversations/${conversationId}/messages?limit=100`;
  const answer = await fetch(url, { headers: { authorization: `Bearer ${token}` } });
  if (!answer.ok) {
    throw new Error(`the history: ${answer.status}`);
  }
  (await answer.json()).data.forEach(hear);
}

/** Repeats what fails while processes are away. */
async function persist(act) {
  for (;;) {
    try {
      return await act();
    } catch (failure) {
      console.error(name, failure.message);
      await pause(500);
    }
  }
}

async function request(event, message) {
  const answer = await socket.timeout(5000).emitWithAck(event, message);
  if (!answer.ok) {
    throw new Error(`${event}: ${answer.code}`);
  }
  return answer;
}

/** Events of other rooms, such as notifications, have offsets of their own. */
socket.onAny((event, message) => {
  if (message.conversationId !== conversationId) {
    return;
  }
  if (event === "new-message") {
    hear(message.data);
  }
  if (event === "resync") {
    persist(reload);
  }
  reached(message.offset);
});
socket.on("disconnect", () => {
  joined = false;
  interruptions++;
});
socket.on("connect", async () => {
  const id = socket.id;
  await persist(async () => {
    if (socket.id === id && socket.connected) {
      const place = offset;
      reached((await request("join-conversation", place ? { conversationId, offset: place } : { conversationId })).offset);
      joined = true;
      if (!place) {
        persist(reload);
      }
    }
  });
});

for (let number = 1; number <= Number(own); number++) {
  const clientId = `${name}-${number}`;
  await persist(async () => {
    if (!joined) {
      throw new Error("is not connected");
    }
    await request("send-message", { conversationId, text: clientId, clientId });
  });
  await pause(800);
}
while (heard.size < Number(all)) {
  await pause(200);
}
const sorted = [...heard].sort(([left], [right]) => left - right);
console.log(JSON.stringify({ texts: sorted.map(([, text]) => text), seqs: sorted.map(([seq]) => seq), interruptions }));
socket.close();
