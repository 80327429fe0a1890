package org.parley.seed;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ThreadLocalRandom;
import java.util.stream.IntStream;

import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.UpdateOneModel;
import com.mongodb.client.model.UpdateOptions;
import org.bson.Document;
import org.parley.launcher.client.GatewayClient;

/**
 * Registers users through the gateway, each from its own address, and inserts them as
 * members of the forum, which usually happens at the first post.
 *
 * @param forum forum-service's database
 */
record SeedPeople(GatewayClient gateway, MongoDatabase forum) {

	static final String PASSWORD = "seeded for development";

	List<SeedAuthor> register(int count, Prose prose) {
		var names = IntStream.range(0, count).mapToObj((_) -> prose.personName()).toList();
		var authors = names.parallelStream().map(this::register).toList();
		this.forum.getCollection("members").bulkWrite(authors.stream().map(SeedPeople::member).toList());
		return authors;
	}

	private SeedAuthor register(String name) {
		var username = "%s-%04x".formatted(name.toLowerCase(Locale.ROOT).replace(' ', '-'),
				ThreadLocalRandom.current().nextInt(1 << 16));
		var registered = this.gateway.guest()
			.post("/auth/register",
					Map.of("name", name, "username", username, "email", username + "@example.org", "password",
							PASSWORD))
			.is(201);
		return new SeedAuthor(registered.text("/data/user/id"), username, name);
	}

	private static UpdateOneModel<Document> member(SeedAuthor seedAuthor) {
		var member = new Document("username", seedAuthor.username()).append("displayName", seedAuthor.displayName())
			.append("status", "ACTIVE");
		return new UpdateOneModel<>(new Document("_id", seedAuthor.id()), new Document("$setOnInsert", member),
				new UpdateOptions().upsert(true));
	}

}
