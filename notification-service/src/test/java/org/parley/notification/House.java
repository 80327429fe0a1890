package org.parley.notification;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

import org.jspecify.annotations.Nullable;
import org.parley.platform.events.secret.EventSecretCipher;
import org.parley.platform.test.EventContract;
import org.parley.platform.test.TestTokens;
import org.parley.platform.web.Ids;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.MissingNode;

import org.springframework.amqp.core.MessageBuilder;
import org.springframework.amqp.rabbit.core.RabbitTemplate;
import org.springframework.boot.test.context.TestComponent;
import org.springframework.core.env.Environment;

/** The rest of the house: people, categories and threads, of which events are told. */
@TestComponent
public class House {

	private static final JsonMapper JSON = JsonMapper.builder().build();

	private final HttpClient http = HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

	private final RabbitTemplate rabbit;

	private final EventSecretCipher eventSecretCipher;

	private final Environment environment;

	House(RabbitTemplate rabbit, EventSecretCipher eventSecretCipher, Environment environment) {
		this.rabbit = rabbit;
		this.eventSecretCipher = eventSecretCipher;
		this.environment = environment;
	}

	/** Somebody, and what events say of them. */
	public record Somebody(String id, String username, List<String> roles) {

		public String address() {
			return this.username + "@example.com";
		}

		String token() {
			return TestTokens.of(this.id, this.username, this.roles.toArray(new String[0]));
		}

		/** As events name them. */
		public Map<String, Object> person() {
			return Map.of("id", this.id, "username", this.username, "displayName", name());
		}

		public String name() {
			return "The " + this.username;
		}

	}

	/** A thread. */
	public record Topic(String id, String category, String title, Somebody author) {

		public Map<String, Object> reference() {
			return Map.of("id", this.id, "slug", "a-thread", "title", this.title, "category",
					Map.of("id", this.category, "slug", "a-category"), "author", this.author.person());
		}

	}

	/** A post. */
	public record Reply(String id, Topic topic, int number, Somebody author) {

		public Map<String, Object> reference() {
			return Map.of("id", this.id, "number", this.number, "author", this.author.person());
		}

	}

	/** Somebody whom nobody has heard of. */
	public Somebody stranger(String... roles) {
		var id = Ids.next();
		return new Somebody(id, "p" + id.substring(12).toLowerCase(Locale.ROOT),
				(roles.length == 0) ? List.of("user") : List.of(roles));
	}

	/** Somebody who has registered and shown that their address is theirs. */
	public Somebody member(String... roles) {
		var somebody = stranger(roles);
		registers(somebody);
		contact(somebody, true, "en", "UTC", 2);
		return somebody;
	}

	public void registers(Somebody somebody) {
		tell("user.registered", Map.of("user", somebody.person(), "roles", somebody.roles(), "registeredAt",
				Instant.EPOCH.toString(), "version", 1));
	}

	public void contact(Somebody somebody, boolean verified, String locale, String zone, long version) {
		tell("contact.changed", Map.of("userId", somebody.id(), "address", sealed(somebody.address()), "verified",
				verified, "locale", locale, "timeZone", zone, "version", version));
	}

	public String sealed(String secret) {
		return this.eventSecretCipher.seal("notification-service", secret).jwe();
	}

	/** A category that nobody has heard of. */
	public String secretCategory() {
		return Ids.next();
	}

	/** The id of a category for whoever has a role. */
	public String category(String readers) {
		var id = Ids.next();
		opens(id, readers, 0);
		return id;
	}

	public void opens(String category, String readers, long version) {
		var rights = new TreeMap<String, Object>(Map.of("id", category, "slug", "a-category", "name", "A category",
				"description", "", "order", 0, "readers", readers, "posters", "user", "version", version));
		rights.put("colour", null);
		tell((version == 0) ? "category.created" : "category.changed",
				Map.of("category", rights, "by", stranger().person()));
	}

	public Topic topic(Somebody author, String category) {
		return new Topic(Ids.next(), category, "Which tomatoes for a balcony?", author);
	}

	public Reply starts(Topic topic, String content) {
		return starts(topic, content, List.of());
	}

	public Reply starts(Topic topic, String content, List<String> tags) {
		var first = new Reply(Ids.next(), topic, 1, topic.author());
		var thread = new TreeMap<String, Object>(topic.reference());
		thread.putAll(Map.of("tags", tags, "status", "open", "pinned", false, "version", 0));
		tell("thread.created", Map.of("thread", thread, "post", post(first, content, null, 0)));
		return first;
	}

	public void follows(String type, Topic topic, String category, String status, long version) {
		var thread = new TreeMap<String, Object>(topic.reference());
		thread.putAll(Map.of("tags", List.of(), "status", status, "pinned", false, "version", version, "category",
				Map.of("id", category, "slug", "another")));
		var told = new TreeMap<String, Object>(Map.of("thread", thread, "by", stranger().person()));
		if (type.equals("thread.moved")) {
			told.put("from", Map.of("id", topic.category(), "slug", "a-category"));
		}
		tell(type, told);
	}

	/** A post goes to another thread. */
	public void moves(Reply reply, Topic into, int number, String content, long version) {
		var there = new Reply(reply.id(), into, number, reply.author());
		var told = new TreeMap<String, Object>(
				Map.of("reference", there.reference(), "thread", into.reference(), "from", reply.topic().reference(),
						"was", reply.number(), "status", "active", "version", version, "by", stranger().person()));
		told.put("post", post(there, content, null, version));
		tell("post.moved", told);
	}

	/** A thread becomes part of another. */
	public void merges(Topic topic, Topic into, long version) {
		var thread = new TreeMap<String, Object>(topic.reference());
		thread.putAll(Map.of("tags", List.of(), "status", "removed", "pinned", false, "version", version));
		tell("thread.merged", Map.of("thread", thread, "into", into.reference(), "by", stranger().person()));
	}

	public Reply reply(Somebody author, Topic topic, int number) {
		return new Reply(Ids.next(), topic, number, author);
	}

	public void posts(Reply reply, String content) {
		posts(reply, content, null);
	}

	public void posts(Reply reply, String content, @Nullable Reply to) {
		tell("post.created", Map.of("post", post(reply, content, to, 0), "thread", reply.topic().reference()));
	}

	/** A reply in a thread that has tags. */
	public void postsTagged(Reply reply, String content, List<String> tags) {
		var thread = new TreeMap<String, Object>(reply.topic().reference());
		thread.put("tags", tags);
		tell("post.created", Map.of("post", post(reply, content, null, 0), "thread", thread));
	}

	public void quotes(Reply reply, String content, Reply quoted) {
		var post = new TreeMap<String, Object>(post(reply, content, null, 0));
		post.put("quotes", List.of(Map.of("postId", quoted.id(), "authorId", quoted.author().id())));
		tell("post.created", Map.of("post", post, "thread", reply.topic().reference()));
	}

	public void edits(Reply reply, String content, long version) {
		tell("post.edited", Map.of("post", post(reply, content, null, version), "thread", reply.topic().reference(),
				"by", reply.author().person()));
	}

	/** Somebody follows or mutes something, since a while. */
	public void wants(Somebody somebody, String kind, String id, String level, long version) {
		wants("subscription.changed", somebody, kind, id, level, version, Instant.EPOCH);
	}

	public void wants(String type, Somebody somebody, String kind, String id, String level, long version,
			Instant since) {
		tell(type, Map.of("person", somebody.person(), "target", Map.of("kind", kind, "id", id), "level", level,
				"version", version, "since", since.toString()));
	}

	public void bans(Somebody somebody, long version) {
		tell("user.banned", Map.of("user", somebody.person(), "roles", somebody.roles(), "reason", "Spam.",
				"tokenVersion", 2, "by", stranger("user", "moderator").person(), "version", version));
	}

	public void unbans(Somebody somebody, long version) {
		var account = new TreeMap<String, Object>(somebody.person());
		account.put("status", "active");
		tell("user.unbanned", Map.of("user", account, "roles", somebody.roles(), "version", version));
	}

	public void deletes(Somebody somebody, long version) {
		tell("user.deleted", Map.of("userId", somebody.id(), "deletedAt", InstantOfNow.text(), "version", version));
	}

	public void restores(Reply reply, String content, long version) {
		tell("post.restored", Map.of("post", post(reply, content, null, version), "thread", reply.topic().reference(),
				"by", stranger().person()));
	}

	public void removes(Reply reply, long version) {
		tell("post.removed", Map.of("post", reply.reference(), "thread", reply.topic().reference(), "status", "removed",
				"version", version, "by", stranger().person()));
	}

	public void holds(Reply reply, long version) {
		tell("post.status-changed", Map.of("reference", reply.reference(), "thread", reply.topic().reference(),
				"status", "held", "was", "active", "moderation", "checked", "version", version));
	}

	private static Map<String, Object> post(Reply reply, String content, @Nullable Reply to, long version) {
		var post = new TreeMap<String, Object>(reply.reference());
		post.put("replyTo", (to != null) ? to.reference() : null);
		post.putAll(Map.of("content", content, "html", content, "status", "active", "createdAt", InstantOfNow.text(),
				"version", version));
		post.put("editedAt", null);
		return post;
	}

	/**
	 * Tells an event, as it would arrive.
	 * @return its id
	 */
	public String tell(String type, Map<String, ?> data) {
		var id = Ids.next();
		tell(type, id, data);
		return id;
	}

	public void tell(String type, String id, Map<String, ?> data) {
		var text = JSON.writeValueAsString(data);
		var violations = EventContract.violations(type, text);
		if (!violations.isEmpty()) {
			throw new AssertionError(type + ": " + violations);
		}
		var event = new TreeMap<String, Object>(
				Map.of("specversion", "1.0", "id", id, "source", publisherOf(type), "type", type, "subject", id, "time",
						InstantOfNow.text(), "datacontenttype", "application/json", "dataschema",
						"urn:parley:event:" + type + ":1", "correlationid", id, "partitionkey", keyOf(type, id, data)));
		event.put("data", data);
		this.rabbit.send("notifications.letters", "again",
				MessageBuilder.withBody(JSON.writeValueAsBytes(event)).setType(type).build());
	}

	private static String publisherOf(String type) {
		return JSON.readTree(EventContract.example(type)).path("source").asString();
	}

	/** What is about a person is told in the order of that person. */
	private static Object keyOf(String type, String id, Map<String, ?> data) {
		if (data.get("userId") instanceof String person) {
			return person;
		}
		return (type.startsWith("user.") && data.get("user") instanceof Map<?, ?> user) ? String.valueOf(user.get("id"))
				: id;
	}

	/** What came back. */
	public record Answer(int status, JsonNode body) {

		public JsonNode data() {
			return this.body.path("data");
		}

		public String code() {
			return this.body.path("code").asString("");
		}

	}

	public List<JsonNode> notifications(Somebody somebody) {
		return get(somebody, "/notifications").data().valueStream().toList();
	}

	public int unread(Somebody somebody) {
		return get(somebody, "/notifications/unread-count").data().path("count").asInt(-1);
	}

	public Answer get(@Nullable Somebody somebody, String path) {
		return call(somebody, "GET", path, null);
	}

	public Answer call(@Nullable Somebody somebody, String method, String path, @Nullable Object body) {
		var text = (body != null) ? JSON.writeValueAsString(body) : "";
		var request = HttpRequest
			.newBuilder(URI
				.create("http://127.0.0.1:" + this.environment.getProperty("local.server.port") + "/api/v1" + path))
			.method(method, BodyPublishers.ofString(text))
			.header("Content-Type", "application/json");
		if (somebody != null) {
			request.header("Authorization", "Bearer " + somebody.token());
		}
		var answer = send(request.build());
		return new Answer(answer.statusCode(),
				answer.body().isEmpty() ? MissingNode.getInstance() : JSON.readTree(answer.body()));
	}

	private HttpResponse<String> send(HttpRequest request) {
		try {
			return this.http.send(request, BodyHandlers.ofString());
		}
		catch (java.io.IOException ex) {
			throw new java.io.UncheckedIOException(ex);
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
			throw new IllegalStateException(ex);
		}
	}

	/** The time of events. */
	private static final class InstantOfNow {

		static String text() {
			return Instant.now().truncatedTo(java.time.temporal.ChronoUnit.MILLIS).toString();
		}

	}

}
