package org.parley.bench.system;

import java.time.Instant;
import java.util.Date;
import java.util.List;
import java.util.Map;
import java.util.stream.LongStream;

import com.mongodb.client.MongoClients;
import com.mongodb.client.model.Filters;
import com.mongodb.client.model.Updates;
import org.bson.Document;
import org.parley.launcher.checkout.Checkout;
import org.parley.launcher.client.ApiUser;

/** A conversation with many messages, written to the database of chat-service. */
final class LongTalk {

	static final int MESSAGES = 100_000;

	private static final String SERVICE = "chat-service";

	private static final int BATCH = 1_000;

	private LongTalk() {
	}

	/** Creates a group of one person; returns its id. */
	static String create(Checkout checkout, ApiUser author) {
		var group = author.post("/chat/conversations", Map.of("kind", "group", "name", "A long talk")).is(201);
		var id = group.text("/data/id");
		try (var mongo = MongoClients.create(checkout.serversOf(SERVICE).mongoUri())) {
			var database = mongo.getDatabase(SERVICE);
			for (long before = 0; before < MESSAGES; before += BATCH) {
				database.getCollection("messages").insertMany(batch(id, group.text("/data/ownerId"), before));
			}
			database.getCollection("conversations")
				.updateOne(Filters.eq("_id", id), Updates.combine(Updates.set("lastSeq", (long) MESSAGES),
						Updates.set("lastMessageId", messageId(id, MESSAGES))));
		}
		return id;
	}

	private static List<Document> batch(String conversation, String author, long before) {
		return LongStream.rangeClosed(before + 1, before + BATCH)
			.mapToObj((seq) -> message(conversation, author, seq))
			.toList();
	}

	private static Document message(String conversation, String author, long seq) {
		return new Document("_id", messageId(conversation, seq)).append("conversationId", conversation)
			.append("seq", seq)
			.append("authorId", author)
			.append("text", "Did yours ripen?")
			.append("html", "<p>Did yours ripen?</p>")
			.append("words", List.of("did", "yours", "ripen"))
			.append("reactions", new Document())
			.append("status", "ACTIVE")
			.append("createdAt", Date.from(Instant.now()))
			.append("version", 0L);
	}

	/** The id begins with the time of the conversation. */
	private static String messageId(String conversation, long seq) {
		return conversation.substring(0, 18) + "%08d".formatted(seq);
	}

}
