package org.parley.notification;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;
import java.util.regex.Pattern;
import java.util.stream.Stream;

import org.awaitility.Awaitility;
import org.awaitility.core.ConditionFactory;
import org.jspecify.annotations.Nullable;
import org.parley.platform.domain.Ids;
import org.parley.platform.messaging.secret.EventSecretCipher;
import org.parley.platform.messaging.secret.SecretAutoConfiguration;
import org.parley.platform.test.EventContract;
import org.parley.platform.test.client.TestTokens;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.MissingNode;
import tools.jackson.databind.node.ObjectNode;

import org.springframework.amqp.core.MessageBuilder;
import org.springframework.amqp.rabbit.core.RabbitTemplate;
import org.springframework.boot.autoconfigure.AutoConfigurations;
import org.springframework.boot.test.context.TestComponent;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;
import org.springframework.core.env.Environment;

/** Publishes events of other services, and calls the API of this one. */
@TestComponent
public class ServiceFixture {

	private static final Pattern MENTION = Pattern.compile("@([a-z0-9_-]{3,30})");

	private static final JsonMapper JSON = JsonMapper.builder().build();

	private final HttpClient http = HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

	private final RabbitTemplate rabbit;

	private final EventSecretCipher eventSecretCipher;

	private final Environment environment;

	ServiceFixture(RabbitTemplate rabbit, EventSecretCipher eventSecretCipher, Environment environment) {
		this.rabbit = rabbit;
		this.eventSecretCipher = eventSecretCipher;
		this.environment = environment;
	}

	/** Waits for what events lead to, on a busy machine, too. */
	public static ConditionFactory soon() {
		return Awaitility.await().atMost(Duration.ofSeconds(60));
	}

	/** A user. */
	public record TestUser(String id, String username, List<String> roles) {

		public String address() {
			return this.username + "@example.com";
		}

		String token() {
			return TestTokens.of(this.id, this.username, this.roles.toArray(new String[0]));
		}

		/** The user as a reference in events. */
		public Map<String, Object> person() {
			return Map.of("id", this.id, "username", this.username, "displayName", name());
		}

		public String name() {
			return "The " + this.username;
		}

	}

	/** A thread. */
	public record TestThread(String id, String category, String title, TestUser author) {

		public Map<String, Object> reference() {
			return Map.of("id", this.id, "slug", "a-thread", "title", this.title, "category",
					Map.of("id", this.category, "slug", "a-category"), "author", this.author.person());
		}

	}

	/** A post. */
	public record TestPost(String id, TestThread thread, int number, TestUser author) {

		public Map<String, Object> reference() {
			return Map.of("id", this.id, "number", this.number, "author", this.author.person());
		}

	}

	/** A user about whom no event was published. */
	public TestUser unknownUser(String... roles) {
		return new TestUser(Ids.next(), randomName(), (roles.length == 0) ? List.of("user") : List.of(roles));
	}

	/**
	 * GreenMail knows mailboxes by hash codes, which are equal for some names in
	 * sequence.
	 */
	private static String randomName() {
		return "p" + UUID.randomUUID().toString().replace("-", "").substring(0, 14);
	}

	/** A registered user with a verified address. */
	public TestUser member(String... roles) {
		var user = unknownUser(roles);
		publishRegistration(user);
		publishContact(user, true, "en", "UTC", 2);
		return user;
	}

	public void publishRegistration(TestUser user) {
		publish("user.registered", Map.of("user", user.person(), "roles", user.roles(), "registeredAt",
				Instant.EPOCH.toString(), "version", 1));
	}

	public void publishName(TestUser user, String displayName, long version) {
		var person = new TreeMap<String, Object>(user.person());
		person.put("displayName", displayName);
		publish("user.profile-changed",
				Map.of("user", person, "roles", user.roles(), "locale", "en", "timeZone", "UTC", "version", version));
	}

	public void publishContact(TestUser user, boolean verified, String locale, String zone, long version) {
		publish("contact.changed", Map.of("userId", user.id(), "address", seal(user.address()), "verified", verified,
				"locale", locale, "timeZone", zone, "version", version));
	}

	/** Publishes that a user wants to verify their address. */
	public void publishVerification(TestUser user, String token, String locale, Instant until) {
		publish("email-verification.requested", link(user, token, locale, until));
	}

	/** A link that is mailed to a user. */
	public Map<String, Object> link(TestUser user, String token, String locale, Instant until) {
		return Map.of("user", user.person(), "address", seal(user.address()), "token", seal(token), "expiresAt",
				until.toString(), "locale", locale);
	}

	public String seal(String secret) {
		return this.eventSecretCipher.seal("notification-service", secret).jwe();
	}

	/** A cipher of this service with other keys, the current one first. */
	public static EventSecretCipher cipherWith(String... keys) {
		var cipher = new AtomicReference<EventSecretCipher>();
		new ApplicationContextRunner().withConfiguration(AutoConfigurations.of(SecretAutoConfiguration.class))
			.withPropertyValues("spring.application.name=notification-service",
					"parley.events.keys.notification-service=" + String.join(",", keys))
			.run((context) -> cipher.set(context.getBean(EventSecretCipher.class)));
		return Objects.requireNonNull(cipher.get());
	}

	/** The id of a category about which no event was published. */
	public String unknownCategory() {
		return Ids.next();
	}

	/** The id of a category whose readers have a role. */
	public String category(String readers) {
		var id = Ids.next();
		publishCategory(id, readers, 0);
		return id;
	}

	public void publishCategory(String category, String readers, long version) {
		publishCategory(category, readers, List.of(), version);
	}

	public void publishCategory(String category, String readers, List<String> moderators, long version) {
		var rights = new TreeMap<String, Object>(Map.of("id", category, "slug", "a-category", "name", "A category",
				"description", "", "order", 0, "readers", readers, "posters", "user", "version", version));
		rights.put("moderators", moderators);
		rights.put("colour", null);
		publish((version == 0) ? "category.created" : "category.changed",
				Map.of("category", rights, "by", unknownUser().person()));
	}

	public TestThread thread(TestUser author, String category) {
		return new TestThread(Ids.next(), category, "Which tomatoes for a balcony?", author);
	}

	public TestPost publishThread(TestThread thread, String content) {
		return publishThread(thread, content, List.of());
	}

	public TestPost publishThread(TestThread thread, String content, List<String> tags) {
		var first = new TestPost(Ids.next(), thread, 1, thread.author());
		var threadData = new TreeMap<String, Object>(thread.reference());
		threadData.putAll(Map.of("tags", tags, "status", "open", "pinned", false, "version", 0));
		publish("thread.created", Map.of("thread", threadData, "post", postData(first, content, null, 0)));
		return first;
	}

	public void publishThreadChange(String type, TestThread thread, String category, String status, long version) {
		var threadData = new TreeMap<String, Object>(thread.reference());
		threadData.putAll(Map.of("tags", List.of(), "status", status, "pinned", false, "version", version, "category",
				Map.of("id", category, "slug", "another")));
		var data = new TreeMap<String, Object>(Map.of("thread", threadData, "by", unknownUser().person()));
		if (type.equals("thread.moved")) {
			data.put("from", Map.of("id", thread.category(), "slug", "a-category"));
		}
		publish(type, data);
	}

	public void publishPostMove(TestPost post, TestThread into, int number, String content, long version) {
		var there = new TestPost(post.id(), into, number, post.author());
		var data = new TreeMap<String, Object>(
				Map.of("reference", there.reference(), "thread", into.reference(), "from", post.thread().reference(),
						"was", post.number(), "status", "active", "version", version, "by", unknownUser().person()));
		data.put("post", postData(there, content, null, version));
		publish("post.moved", data);
	}

	public void publishThreadMerge(TestThread thread, TestThread into, long version) {
		var threadData = new TreeMap<String, Object>(thread.reference());
		threadData.putAll(Map.of("tags", List.of(), "status", "removed", "pinned", false, "version", version));
		publish("thread.merged", Map.of("thread", threadData, "into", into.reference(), "by", unknownUser().person()));
	}

	public TestPost post(TestUser author, TestThread thread, int number) {
		return new TestPost(Ids.next(), thread, number, author);
	}

	public void publishPost(TestPost post, String content) {
		publishPost(post, content, null);
	}

	public void publishPost(TestPost post, String content, @Nullable TestPost to) {
		publish("post.created", Map.of("post", postData(post, content, to, 0), "thread", post.thread().reference()));
	}

	/**
	 * Publishes a reply of another user to a new thread of a user; returns the thread.
	 */
	public TestThread publishReply(TestUser author) {
		var thread = thread(author, category("anyone"));
		publishPost(post(member(), thread, 2), "One.");
		return thread;
	}

	public void publishSummary(TestThread thread, TestUser... askers) {
		publish("summary.completed",
				Map.of("summaryId", Ids.next(), "threadId", thread.id(), "thread", thread.reference(), "askers",
						Stream.of(askers).map(TestUser::id).toList(), "engine", "extractive", "coveredThrough", 4));
	}

	/** Publishes the example of an event with other data; returns the data. */
	public ObjectNode publishExample(String type, Consumer<ObjectNode> change) {
		var data = ((ObjectNode) JSON.readTree(EventContract.example(type))).withObject("/data");
		change.accept(data);
		publish(type, JSON.convertValue(data, new TypeReference<Map<String, Object>>() {
		}));
		return data;
	}

	public void publishTaggedPost(TestPost post, String content, List<String> tags) {
		var threadData = new TreeMap<String, Object>(post.thread().reference());
		threadData.put("tags", tags);
		publish("post.created", Map.of("post", postData(post, content, null, 0), "thread", threadData));
	}

	public void publishQuote(TestPost post, String content, TestPost quoted) {
		var postData = new TreeMap<String, Object>(postData(post, content, null, 0));
		postData.put("quotes", List.of(Map.of("postId", quoted.id(), "authorId", quoted.author().id())));
		publish("post.created", Map.of("post", postData, "thread", post.thread().reference()));
	}

	public void publishPostEdit(TestPost post, String content, long version) {
		publish("post.edited", Map.of("post", postData(post, content, null, version), "thread",
				post.thread().reference(), "by", post.author().person()));
	}

	public void publishFollowLevel(TestUser user, String kind, String id, String level, long version) {
		publishFollowLevel("subscription.changed", user, kind, id, level, version, Instant.EPOCH);
	}

	public void publishFollowLevel(String type, TestUser user, String kind, String id, String level, long version,
			Instant since) {
		publish(type, Map.of("person", user.person(), "target", Map.of("kind", kind, "id", id), "level", level,
				"version", version, "since", since.toString()));
	}

	public void publishBan(TestUser user, long version) {
		publish("user.banned", Map.of("user", user.person(), "roles", user.roles(), "reason", "Spam.", "tokenVersion",
				2, "by", unknownUser("user", "moderator").person(), "version", version));
	}

	public void publishUnban(TestUser user, long version) {
		var account = new TreeMap<String, Object>(user.person());
		account.put("status", "active");
		publish("user.unbanned", Map.of("user", account, "roles", user.roles(), "version", version));
	}

	public void publishClosing(TestUser user, long version) {
		var account = new TreeMap<String, Object>(user.person());
		account.put("status", "closed");
		publish("user.profile-changed",
				Map.of("user", account, "roles", user.roles(), "locale", "en", "timeZone", "UTC", "version", version));
	}

	public void publishUserDeletion(TestUser user, long version) {
		publish("user.deleted", Map.of("userId", user.id(), "deletedAt", now(), "version", version));
	}

	public void publishPostRestoration(TestPost post, String content, long version) {
		publish("post.restored", Map.of("post", postData(post, content, null, version), "thread",
				post.thread().reference(), "by", unknownUser().person()));
	}

	public void publishPostRemoval(TestPost post, long version) {
		publish("post.removed", Map.of("post", post.reference(), "thread", post.thread().reference(), "status",
				"removed", "version", version, "by", unknownUser().person()));
	}

	public void publishPostHold(TestPost post, long version) {
		publish("post.status-changed", Map.of("reference", post.reference(), "thread", post.thread().reference(),
				"status", "held", "was", "active", "moderation", "held", "version", version));
	}

	public static Map<String, Object> postData(TestPost post, String content, @Nullable TestPost to, long version) {
		var data = new TreeMap<String, Object>(post.reference());
		data.put("replyTo", (to != null) ? to.reference() : null);
		data.putAll(Map.of("content", content, "html", content, "status", "active", "createdAt", now(), "version",
				version));
		data.put("editedAt", null);
		var mentions = MENTION.matcher(content).results().map((mention) -> mention.group(1)).distinct().toList();
		if (!mentions.isEmpty()) {
			data.put("mentions", mentions);
		}
		return data;
	}

	/**
	 * Publishes an event that follows its contract.
	 * @return its id
	 */
	public String publish(String type, Map<String, ?> data) {
		var id = Ids.next();
		publish(type, id, data);
		return id;
	}

	public void publish(String type, String id, Map<String, ?> data) {
		var text = JSON.writeValueAsString(data);
		var violations = EventContract.violations(type, text);
		if (!violations.isEmpty()) {
			throw new AssertionError(type + ": " + violations);
		}
		var event = new TreeMap<String, Object>(Map.of("specversion", "1.0", "id", id, "source", source(type), "type",
				type, "subject", id, "time", now(), "datacontenttype", "application/json", "dataschema",
				"urn:parley:event:" + type + ":1", "correlationid", id, "partitionkey", partitionKey(type, id, data)));
		event.put("data", data);
		this.rabbit.send("notifications.letters", "again",
				MessageBuilder.withBody(JSON.writeValueAsBytes(event)).setType(type).build());
	}

	private static String source(String type) {
		return JSON.readTree(EventContract.example(type)).path("source").asString();
	}

	/** Events about a user have the user as partition key. */
	private static Object partitionKey(String type, String id, Map<String, ?> data) {
		if (data.get("userId") instanceof String person) {
			return person;
		}
		return (type.startsWith("user.") && data.get("user") instanceof Map<?, ?> user) ? String.valueOf(user.get("id"))
				: id;
	}

	/** A response of the API. */
	public record Response(int status, JsonNode body) {

		public JsonNode data() {
			return this.body.path("data");
		}

		public String code() {
			return this.body.path("code").asString("");
		}

	}

	public List<JsonNode> notifications(TestUser user) {
		return get(user, "/notifications").data().valueStream().toList();
	}

	/** The titles of a user's notifications. */
	public List<String> titles(TestUser user) {
		return texts(user, "title");
	}

	/** The kinds of a user's notifications. */
	public List<String> kinds(TestUser user) {
		return texts(user, "kind");
	}

	private List<String> texts(TestUser user, String name) {
		return notifications(user).stream().map((notification) -> notification.path(name).asString()).toList();
	}

	public int unreadCount(TestUser user) {
		return get(user, "/notifications/unread-count").data().path("count").asInt(-1);
	}

	public Response get(@Nullable TestUser user, String path) {
		return call(user, "GET", path, null);
	}

	public Response call(@Nullable TestUser user, String method, String path, @Nullable Object body) {
		var text = (body != null) ? JSON.writeValueAsString(body) : "";
		var request = request(path).method(method, BodyPublishers.ofString(text))
			.header("Content-Type", "application/json");
		if (user != null) {
			request.header("Authorization", "Bearer " + user.token());
		}
		var answer = send(request.build());
		return new Response(answer.statusCode(),
				answer.body().isEmpty() ? MissingNode.getInstance() : JSON.readTree(answer.body()));
	}

	/** Loads a file as a user. */
	public HttpResponse<String> load(TestUser user, String path) {
		return send(request(path).header("Authorization", "Bearer " + user.token()).build());
	}

	/** Opens a page as a browser does. */
	public HttpResponse<String> browse(String method, String path) {
		return send(request(path).method(method, BodyPublishers.ofString("List-Unsubscribe=One-Click"))
			.header("Accept", "text/html,application/xhtml+xml,*/*;q=0.8")
			.header("Content-Type", "application/x-www-form-urlencoded")
			.build());
	}

	private HttpRequest.Builder request(String path) {
		return HttpRequest.newBuilder(
				URI.create("http://127.0.0.1:" + this.environment.getProperty("local.server.port") + "/api/v1" + path));
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

	/** Quiet hours that begin two hours before a time and end two hours after it. */
	public static Map<String, String> quietAround(Instant time) {
		var minute = LocalTime.ofInstant(time, ZoneOffset.UTC).truncatedTo(ChronoUnit.MINUTES);
		return Map.of("from", minute.minusHours(2).toString(), "to", minute.plusHours(2).toString());
	}

	/** The time of events. */
	private static String now() {
		return Instant.now().truncatedTo(ChronoUnit.MILLIS).toString();
	}

}
