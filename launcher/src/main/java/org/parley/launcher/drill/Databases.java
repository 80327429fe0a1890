package org.parley.launcher.drill;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import com.github.f4b6a3.ulid.Ulid;
import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.CountOptions;
import com.mongodb.client.model.Filters;
import com.mongodb.client.model.Projections;
import org.bson.Document;
import org.bson.conversions.Bson;
import org.parley.launcher.crowd.Cast;
import org.parley.launcher.ledger.Ballot;
import org.parley.launcher.ledger.Stored;

/** The databases of auth-service and forum-service, read as the services' own users. */
final class Databases implements AutoCloseable {

	private static final Pattern MARK = Pattern.compile(Cast.MARK);

	private final MongoClient authClient;

	private final MongoClient forumClient;

	private final MongoDatabase auth;

	private final MongoDatabase forum;

	Databases(Stage stage) {
		this.authClient = MongoClients.create(stage.auth().servers().mongoUri());
		this.forumClient = MongoClients.create(stage.forum().servers().mongoUri());
		this.auth = this.authClient.getDatabase("auth-service");
		this.forum = this.forumClient.getDatabase("forum-service");
	}

	/** Whether no event waits to be sent, and no counter to be folded. */
	boolean areSettled() {
		return isEmpty(this.auth, "outbox") && isEmpty(this.forum, "outbox") && isEmpty(this.forum, "tallies")
				&& this.forum.getCollection("folds").countDocuments(Filters.ne("pending", List.of())) == 0;
	}

	private static boolean isEmpty(MongoDatabase database, String collection) {
		return database.getCollection(collection).countDocuments(Filters.empty(), new CountOptions().limit(1)) == 0;
	}

	/** What there is of these threads, and of all that was made since then. */
	Stored since(Instant start, List<String> threads) {
		var first = Filters.gte("_id", lowest(start));
		var posts = read(this.forum, "posts", first, "content", "voteScore");
		var users = read(this.auth, "users", first, "username");
		var heads = read(this.forum, "threads", Filters.in("_id", threads), "version", "replyCount");
		var votes = read(this.forum, "votes", Filters.gte("at", start), "targetId", "value");
		return new Stored(marks(posts, users), values(heads, (head) -> head.getLong("version")),
				values(heads, (head) -> head.getInteger("replyCount")),
				votes.stream().collect(Collectors.toMap(Databases::ballot, (vote) -> vote.getInteger("value"))),
				values(posts, (post) -> post.getInteger("voteScore", 0)));
	}

	/** The id before all that were given since then. */
	private static String lowest(Instant start) {
		return new Ulid(start.toEpochMilli() << 16, 0).toString();
	}

	private static List<Document> read(MongoDatabase database, String collection, Bson filter, String... fields) {
		return database.getCollection(collection)
			.find(filter)
			.projection(Projections.include(fields))
			.into(new ArrayList<>());
	}

	private static Map<String, Integer> marks(List<Document> posts, List<Document> users) {
		return Stream
			.concat(posts.stream().map((post) -> post.getString("content")),
					users.stream().map((user) -> user.getString("username")))
			.map(MARK::matcher)
			.filter((text) -> text.find())
			.collect(Collectors.toMap((text) -> text.group(), (_) -> 1, Integer::sum));
	}

	private static Ballot ballot(Document vote) {
		var target = vote.getString("targetId");
		return new Ballot(vote.getString("_id").replace(":" + target, ""), target);
	}

	private static <T> Map<String, T> values(List<Document> documents, Function<Document, T> value) {
		return documents.stream().collect(Collectors.toMap((document) -> document.getString("_id"), value));
	}

	@Override
	public void close() {
		this.authClient.close();
		this.forumClient.close();
	}

}
