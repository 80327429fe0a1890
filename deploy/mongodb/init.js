// Makes the one-node replica set and one user per service, who owns the database of the same name and nothing else.
// Runs at every start: what is there already stays, and a changed password takes effect.

db = connect(process.env.MONGODB_URI);

const services = [
  "auth-service",
  "forum-service",
  "moderation-service",
  "summary-service",
  "notification-service",
  "realtime-service",
  "webhook-service",
  "chat-service",
  "social-service",
  "media-service",
];

try {
  rs.status();
} catch (error) {
  if (error.codeName !== "NotYetInitialized") {
    throw error;
  }
  rs.initiate({ _id: "rs0", members: [{ _id: 0, host: "mongodb:27017" }] });
}
while (!db.hello().isWritablePrimary) {
  sleep(200);
}

for (const service of services) {
  const password = process.env[service.toUpperCase().replace("-", "_") + "_PASSWORD"];
  if (!password) {
    throw new Error("no password for " + service);
  }
  const owner = { pwd: password, roles: ["readWrite", "dbAdmin"].map((role) => ({ role, db: service })) };
  const own = db.getSiblingDB(service);
  if (own.getUser(service)) {
    own.updateUser(service, owner);
  } else {
    own.createUser({ user: service, ...owner });
  }
}
