package org.parley.chat.outage;

import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.Executors;
import java.util.function.Supplier;
import java.util.stream.IntStream;

import com.mongodb.ConnectionString;
import com.mongodb.ServerAddress;
import com.mongodb.connection.ClusterConnectionMode;
import org.awaitility.Awaitility;
import org.awaitility.core.ConditionFactory;
import org.bson.Document;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.parley.chat.ChatIT;
import org.parley.chat.recent.RecentEntries;
import org.parley.chat.recent.RecentRange;
import org.parley.platform.domain.Ids;
import org.parley.platform.test.EventContract;
import org.parley.platform.test.client.TestResponse;
import org.parley.platform.test.client.TestUser;
import org.parley.platform.test.media.TestMedia;
import org.parley.platform.test.relation.RelationsKit;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import org.springframework.amqp.core.AmqpAdmin;
import org.springframework.amqp.core.BindingBuilder;
import org.springframework.amqp.core.Queue;
import org.springframework.amqp.core.TopicExchange;
import org.springframework.amqp.rabbit.core.RabbitTemplate;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.amqp.autoconfigure.RabbitConnectionDetails;
import org.springframework.boot.data.redis.autoconfigure.DataRedisConnectionDetails;
import org.springframework.boot.mongodb.autoconfigure.MongoClientSettingsBuilderCustomizer;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Import;
import org.springframework.core.annotation.Order;
import org.springframework.data.mongodb.core.query.Criteria;
import org.springframework.data.mongodb.core.query.Query;
import org.springframework.data.redis.connection.RedisConnectionFactory;
import org.springframework.data.redis.listener.ChannelTopic;
import org.springframework.data.redis.listener.RedisMessageListenerContainer;
import org.springframework.test.context.TestPropertySource;

import static org.assertj.core.api.Assertions.assertThat;

/** People go on talking while MongoDB is away; every message is stored once, in order. */
@Import(OutageIT.Cut.class)
@TestPropertySource(properties = "parley.database.request=3s")
class OutageIT extends ChatIT {

	private static final JsonMapper JSON = JsonMapper.builder().build();

	@Autowired
	private CutConnections database;

	@Autowired
	private CutConnections broker;

	@Autowired
	private CutConnections redis;

	@Autowired
	private RecentEntries entries;

	@Autowired
	private DatabaseWatch watch;

	@Autowired
	private AmqpAdmin admin;

	@Autowired
	private RabbitTemplate rabbit;

	@Autowired
	private RedisConnectionFactory redisConnections;

	@Value("${parley.redis.prefix}")
	private String prefix;

	private final StringBuilder told = new StringBuilder();

	@AfterEach
	void connectAgain() {
		this.database.connect();
		this.broker.connect();
		this.redis.connect();
		eventually().until(() -> this.mongo.executeCommand("{ping: 1}") != null);
		eventually().until(() -> this.admin.getQueueInfo("message_save") != null);
	}

	@Test
	void recentHistoryIsReadWithoutTheDatabase() {
		var alice = aPerson();
		var bob = aPerson();
		var left = aPerson();
		var conversation = aGroup(alice, bob, left);
		send(bob, conversation, "Before 1");
		send(alice, conversation, "Before 2");
		send(alice, conversation, "Before 3");
		this.api.get(bob, "/conversations");
		this.api.get(left, "/conversations");
		for (var reader : List.of(alice, bob, left)) {
			warm(reader, conversation, 3);
		}
		this.api.post(left, "/conversations/" + conversation + "/leave", null);
		this.database.cut();
		var id = accepted(alice, conversation, "Without", "c-1");
		var page = this.api.get(bob, "/conversations/" + conversation + "/messages?limit=2");
		assertThat(page.status()).as(page.toString()).isEqualTo(200);
		assertThat(page.body().at("/data/0/id").asString()).isEqualTo(id);
		assertThat(page.body().at("/data/0/seq").isNull()).isTrue();
		assertThat(page.body().at("/data/0/status").asString()).isEqualTo("accepted");
		assertThat(page.body().at("/data/0/author/username").asString()).isEqualTo(alice.username());
		assertThat(page.body().at("/data/1/text").asString()).isEqualTo("Before 3");
		var older = this.api.get(bob, "/conversations/" + conversation + "/messages?limit=2&cursor="
				+ page.body().at("/meta/pagination/next").asString());
		assertThat(older.body().at("/data/0/text").asString()).isEqualTo("Before 2");
		assertThat(older.body().at("/data/1/text").asString()).isEqualTo("Before 1");
		assertThat(older.body().at("/meta/pagination/next").isNull()).isTrue();
		assertOverview(this.api.get(bob, "/conversations/" + conversation).data(), id);
		assertOverview(this.api.get(bob, "/conversations").body().at("/data/0"), id);
		refused(this.api.get(left, "/conversations/" + conversation), 404, "conversation.not-found");
		assertThat(this.api.get(left, "/conversations").body().toString()).doesNotContain(conversation);
		refused(this.api.get(left, "/conversations/" + conversation + "/messages"), 404, "conversation.not-found");
		refused(post(left, conversation, "Still here?", "c-2"), 404, "conversation.not-found");
		assertThat(this.api.get(aStranger(), "/conversations/" + conversation + "/messages").status()).isEqualTo(503);
		this.database.connect();
		eventually().untilAsserted(() -> assertThat(numbers(bob, conversation)).isEqualTo(List.of(1, 2, 3, 4)));
		assertThat(texts(bob, conversation)).containsExactly("Before 1", "Before 2", "Before 3", "Without");
	}

	/** Three messages of Alice are unread: two that are stored and one that waits. */
	private static void assertOverview(JsonNode shown, String lastMessage) {
		assertThat(shown.at("/lastMessage/id").asString()).as(shown.toString()).isEqualTo(lastMessage);
		assertThat(shown.path("unreadCount").asInt()).isEqualTo(3);
		assertThat(shown.path("members").isEmpty()).isFalse();
	}

	@Test
	void changeWithoutRedisIsNeverHiddenByRedis() {
		var alice = aPerson();
		var bob = aPerson();
		var conversation = aGroup(alice, bob);
		var edited = send(alice, conversation, "Original").id();
		warm(bob, conversation, 1);
		this.redis.cut();
		assertThat(texts(bob, conversation)).containsExactly("Original");
		assertThat(this.api.patch(alice, "/messages/" + edited, Map.of("text", "Edited")).status()).isEqualTo(200);
		send(bob, conversation, "Second");
		this.redis.connect();
		Awaitility.await().atMost(Duration.ofSeconds(20)).until(() -> {
			assertThat(texts(bob, conversation)).containsExactly("Edited", "Second");
			return isWarm(bob, conversation, 2);
		});
		assertThat(texts(bob, conversation)).containsExactly("Edited", "Second");
	}

	@Test
	void messageIsRefusedWithoutDatabaseAndBroker() {
		var queue = new Queue("told-" + Ids.next());
		this.admin.declareQueue(queue);
		this.admin.declareBinding(BindingBuilder.bind(queue).to(new TopicExchange("chat.events")).with("message.#"));
		var alice = aPerson();
		var bob = aPerson();
		var conversation = aDirectConversation(alice, bob);
		send(alice, conversation, "Before");
		warm(bob, conversation, 1);
		this.database.cut();
		this.broker.cut();
		for (int i = 1; i <= 3; i++) {
			var refused = post(alice, conversation, "Lost", "lost-" + i);
			assertThat(refused.status()).as(refused.toString()).isEqualTo(503);
			assertThat(refused.header("Retry-After")).isNotEmpty();
		}
		assertThat(texts(bob, conversation)).containsExactly("Before");
		this.broker.connect();
		eventually().until(() -> post(alice, conversation, "Accepted", "c-1").status() < 300);
		this.database.connect();
		eventually().untilAsserted(() -> assertThat(numbers(bob, conversation)).isEqualTo(List.of(1, 2)));
		assertThat(texts(bob, conversation)).containsExactly("Before", "Accepted");
		eventually().until(() -> {
			var told = told(queue.getName());
			assertThat(told).doesNotContain("Lost");
			return told.contains("Accepted");
		});
	}

	/** Realtime-service listens on the channel of Redis. */
	@Test
	void messageIsStoredAndForwardedWithoutTheBroker() throws Exception {
		var alice = aPerson();
		var bob = aPerson();
		var conversation = aDirectConversation(alice, bob);
		awaitStoring(bob, conversation);
		var forwarded = new ConcurrentLinkedQueue<JsonNode>();
		var channel = new RedisMessageListenerContainer();
		channel.setConnectionFactory(this.redisConnections);
		// In the order of the channel.
		channel.setTaskExecutor(Runnable::run);
		channel.addMessageListener((message, _) -> forwarded.add(JSON.readTree(message.getBody())),
				ChannelTopic.of(this.prefix + "unsent-events"));
		channel.afterPropertiesSet();
		channel.start();
		try {
			this.broker.cut();
			var sent = send(alice, conversation, "Stored");
			assertThat(sent.data().path("status").asString()).isEqualTo("active");
			var group = aGroup(alice, bob);
			var inGroup = send(alice, group, "In a new group");
			eventually().until(() -> about(inGroup.id(), forwarded).contains("message.created"));
			assertThat(about(sent.id(), forwarded)).containsExactly("message.created");
			assertThat(forwarded.stream()
				.filter((event) -> event.path("partitionkey").asString().equals(group))
				.map((event) -> event.path("type").asString()))
				.containsExactly("conversation.created", "membership.started", "membership.started", "message.created");
			assertThat(forwarded)
				.allSatisfy((event) -> assertThat(EventContract.violations(event.toString())).isEmpty());
			this.broker.connect();
			assertThat(texts(alice, conversation)).endsWith("Normal", "Stored");
		}
		finally {
			channel.destroy();
		}
	}

	private static List<String> about(String subject, Collection<JsonNode> events) {
		return events.stream()
			.filter((event) -> event.path("subject").asString().equals(subject))
			.map((event) -> event.path("type").asString())
			.toList();
	}

	@Test
	void changesAreRefusedUntilTheDatabaseReturns() {
		var alice = aPerson();
		var bob = aPerson();
		var conversation = aDirectConversation(alice, bob);
		var message = "/messages/" + send(alice, conversation, "Before").id();
		this.database.cut();
		for (var change : List.<Supplier<TestResponse>>of(
				() -> this.api.put(bob, message + "/reactions/%F0%9F%91%8D", null),
				() -> this.api.patch(alice, message, Map.of("text", "After")), () -> this.api.delete(alice, message),
				() -> read(bob, conversation, 1))) {
			var refused = change.get();
			refused(refused, 503, "service.unavailable");
			assertThat(refused.header("Retry-After")).isNotEmpty();
		}
		this.database.connect();
		eventually().until(() -> this.api.put(bob, message + "/reactions/%F0%9F%91%8D", null).status() == 200);
	}

	/**
	 * After an outage the process accepts messages until the first later one is stored.
	 */
	private void awaitStoring(TestUser author, String conversation) {
		eventually().untilAsserted(() -> {
			this.clock.move(Duration.ofSeconds(6));
			var normal = post(author, conversation, "Normal", Ids.next());
			assertThat(normal.data().path("status").asString()).isEqualTo("active");
		});
	}

	private TestUser aStranger() {
		return TestUser.with();
	}

	/** The texts of all events that have arrived since. */
	private String told(String queue) {
		for (var next = this.rabbit.receive(queue); next != null; next = this.rabbit.receive(queue)) {
			this.told.append(new String(next.getBody(), java.nio.charset.StandardCharsets.UTF_8));
		}
		return this.told.toString();
	}

	/** Reads until Redis has the messages. */
	private void warm(TestUser reader, String conversation, int messages) {
		eventually().until(() -> {
			this.api.get(reader, "/conversations/" + conversation + "/messages");
			return isWarm(reader, conversation, messages);
		});
	}

	private boolean isWarm(TestUser reader, String conversation, int messages) {
		var entry = this.entries.read(conversation, reader.id(), new RecentRange(null, false, messages));
		return entry.isMember() && entry.messages().size() == messages;
	}

	@Test
	void conversationContinuesWithoutTheDatabase() {
		var queue = Objects.requireNonNull(this.admin.declareQueue());
		this.admin
			.declareBinding(BindingBuilder.bind(queue).to(new TopicExchange("chat.events")).with("message.accepted"));
		var alice = aPerson();
		var bob = aPerson();
		var conversation = aDirectConversation(alice, bob);
		send(alice, conversation, "Before");
		send(bob, conversation, "Before, too");
		this.database.cut();
		var ids = new ArrayList<String>();
		ids.add(accepted(alice, conversation, "Without 1", "c-1"));
		for (int i = 2; i <= 6; i++) {
			ids.add(accepted((i % 2 == 0) ? bob : alice, conversation, "Without " + i, "c-" + i));
		}
		assertThat(post(alice, conversation, "Without 1", "c-1").id()).isEqualTo(ids.getFirst());
		assertThat(post(alice, conversation, "Without 1", "c-1").status()).isEqualTo(200);
		assertLive(queue.getName(), ids);
		this.database.connect();
		eventually().untilAsserted(() -> assertThat(texts(alice, conversation)).containsExactly("Before", "Before, too",
				"Without 1", "Without 2", "Without 3", "Without 4", "Without 5", "Without 6"));
		var repeated = post(alice, conversation, "Without 1", "c-1");
		assertThat(repeated.status()).isEqualTo(200);
		assertThat(repeated.id()).isEqualTo(ids.getFirst());
		var after = post(alice, conversation, "After", "c-7");
		assertThat(after.status()).isEqualTo(201);
		this.clock.move(Duration.ofSeconds(6));
		var fence = post(bob, conversation, "After, too", "c-8");
		assertThat(fence.status()).isEqualTo(201);
		awaitStoring(bob, conversation);
		var numbers = numbers(alice, conversation);
		assertThat(numbers).isEqualTo(IntStream.rangeClosed(1, numbers.size()).boxed().toList());
		assertThat(texts(bob, conversation)).containsSequence("After", "After, too", "Normal").endsWith("Normal");
		assertThat(unread(bob, conversation)).isEqualTo(5);
	}

	@Test
	void readersWriteWithoutTheDatabase() {
		var alice = aPerson();
		var bob = aPerson();
		var carol = aPerson();
		var group = aGroup(alice, bob, carol);
		var direct = aDirectConversation(alice, bob);
		for (var conversation : List.of(group, direct)) {
			send(alice, conversation, "Before");
			this.api.get(bob, "/conversations");
			warm(bob, conversation, 1);
		}
		warm(carol, group, 1);
		this.database.cut();
		accepted(bob, group, "Answer", "c-1");
		accepted(bob, direct, "Answer", "c-2");
		accepted(carol, group, "Answer, too", "c-3");
		this.database.connect();
		eventually()
			.untilAsserted(() -> assertThat(texts(alice, group)).containsExactly("Before", "Answer", "Answer, too"));
		eventually().untilAsserted(() -> assertThat(texts(alice, direct)).containsExactly("Before", "Answer"));
	}

	@Test
	void messagesThatAreSentAtOnceAreAcceptedTogetherAndStoredOnce() {
		var alice = aPerson();
		var conversation = aGroup(alice, aPerson());
		send(alice, conversation, "Before");
		this.database.cut();
		accepted(alice, conversation, "First", "c-0");
		var texts = IntStream.rangeClosed(1, 20).mapToObj((i) -> "Without " + i).toList();
		try (var pool = Executors.newVirtualThreadPerTaskExecutor()) {
			texts.forEach((text) -> pool.execute(() -> accepted(alice, conversation, text, text)));
		}
		this.database.connect();
		eventually().untilAsserted(() -> assertThat(texts(alice, conversation)).hasSize(22).containsAll(texts));
	}

	/** The queue may drop a message, such as that of an erased person. */
	@Test
	void processStoresAgainAlthoughTheMessageThatItWaitsForIsLost() {
		var alice = aPerson();
		var conversation = aGroup(alice, aPerson());
		send(alice, conversation, "Before");
		this.database.cut();
		accepted(alice, conversation, "Without", "c-1");
		this.database.connect();
		eventually().untilAsserted(() -> assertThat(texts(alice, conversation)).containsExactly("Before", "Without"));
		this.clock.move(Duration.ofSeconds(6));
		var lost = accepted(alice, conversation, "Fence", "c-2");
		eventually().untilAsserted(() -> assertThat(texts(alice, conversation)).endsWith("Fence"));
		this.mongo.remove(Query.query(Criteria.where("_id").is(lost)), "handled_messages");
		accepted(alice, conversation, "Waits", "c-3");
		this.clock.move(Duration.ofSeconds(31));
		accepted(alice, conversation, "Another fence", "c-4");
		eventually()
			.untilAsserted(() -> assertThat(post(alice, conversation, "Normal", "c-5").data().path("status").asString())
				.isEqualTo("active"));
	}

	/** A conversation's messages may stand behind the fence in the queue. */
	@Test
	void conversationWaitsForItsLastAcceptedMessage() {
		var alice = aPerson();
		var conversation = aGroup(alice, aPerson());
		var other = aGroup(alice, aPerson());
		send(alice, conversation, "Before");
		send(alice, other, "Before");
		this.database.cut();
		accepted(alice, conversation, "Without", "c-1");
		this.database.connect();
		eventually().untilAsserted(() -> assertThat(texts(alice, conversation)).endsWith("Without"));
		eventually().until(this.watch::isUsable);
		this.clock.move(Duration.ofSeconds(6));
		var fence = accepted(alice, other, "Fence", "c-2");
		var isHandled = takeBack(fence);
		takeBack(accepted(alice, conversation, "Behind the fence", "c-3"));
		this.mongo.save(isHandled, "handled_messages");
		assertThat(post(alice, other, "Normal", "c-4").data().path("status").asString()).isEqualTo("active");
		accepted(alice, conversation, "Not before it", "c-5");
		eventually().untilAsserted(
				() -> assertThat(post(alice, conversation, "Normal", Ids.next()).data().path("status").asString())
					.isEqualTo("active"));
	}

	/**
	 * Waits until the worker has stored a message, and lets it seem to wait in the queue
	 * again.
	 */
	private Document takeBack(String messageId) {
		var stored = Query.query(Criteria.where("_id").is(messageId));
		eventually().until(() -> this.mongo.exists(stored, "handled_messages"));
		return Objects.requireNonNull(this.mongo.findAndRemove(stored, Document.class, "handled_messages"));
	}

	/** It cannot be accepted, so no later message would end its waiting. */
	@Test
	void messageWithAttachmentWaitsOnlyForTheAcceptedMessagesBeforeIt() {
		var alice = aPerson();
		var conversation = aGroup(alice, aPerson());
		var medium = new TestMedia(this.rabbit, this.admin, "chat.events", "chat_members").ready(alice, "message");
		Supplier<TestResponse> attach = () -> this.api.post(alice, "/conversations/" + conversation + "/messages",
				Map.of("attachments", List.of(medium)));
		send(alice, conversation, "Before");
		this.database.cut();
		accepted(alice, conversation, "Without", "c-1");
		refused(attach.get(), 503, "service.unavailable");
		this.database.connect();
		eventually().until(() -> {
			this.clock.move(Duration.ofSeconds(1));
			return this.watch.isUsable();
		});
		var last = accepted(alice, conversation, "Last", "c-2");
		eventually().untilAsserted(() -> assertThat(numbers(alice, conversation)).isEqualTo(List.of(1, 2, 3)));
		assertThat(attach.get().status()).isEqualTo(201);
		this.mongo.remove(Query.query(Criteria.where("_id").is(last)), "handled_messages");
		refused(attach.get(), 503, "service.unavailable");
		this.clock.move(Duration.ofSeconds(31));
		assertThat(attach.get().status()).isEqualTo(201);
	}

	@Test
	void messageWithIdempotencyKeyIsAcceptedOnceWithoutTheDatabase() {
		var alice = aPerson();
		var conversation = aGroup(alice, aPerson());
		send(alice, conversation, "Before");
		this.database.cut();
		Supplier<TestResponse> keyed = () -> this.api.post(alice, "/conversations/" + conversation + "/messages",
				Map.of("text", "Without"), "Idempotency-Key", "k-1");
		var first = keyed.get();
		assertThat(first.status()).as(first.toString()).isEqualTo(201);
		assertThat(first.data().path("status").asString()).isEqualTo("accepted");
		assertThat(keyed.get().id()).isEqualTo(first.id());
		this.database.connect();
		eventually().untilAsserted(() -> assertThat(texts(alice, conversation)).containsExactly("Before", "Without"));
		awaitStoring(alice, conversation);
		assertThat(keyed.get().id()).isEqualTo(first.id());
		assertThat(keyed.get().header("Idempotency-Replayed")).isEqualTo("true");
		assertThat(texts(alice, conversation)).containsOnlyOnce("Without");
	}

	@Test
	void unknownConversationIsRefusedWithoutTheDatabase() {
		var alice = aPerson();
		var conversation = aDirectConversation(alice, aPerson());
		var stranger = aPerson();
		this.database.cut();
		var refused = post(stranger, conversation, "Hello", "c-1");
		assertThat(refused.status()).isEqualTo(503);
		assertThat(refused.header("Retry-After")).isNotEmpty();
	}

	@Test
	void knownBlockIsRefusedWithoutTheDatabase() {
		var alice = aPerson();
		var bob = aPerson();
		var conversation = aDirectConversation(alice, bob);
		new RelationsKit(this.rabbit, "chat_members").block(bob, alice, 1);
		eventually().untilAsserted(() -> refused(post(alice, conversation, "Hello", "c-1"), 403, "chat.blocked"));
		this.database.cut();
		refused(post(alice, conversation, "Hello", "c-2"), 403, "chat.blocked");
	}

	private String accepted(TestUser author, String conversation, String text, String clientId) {
		var sent = post(author, conversation, text, clientId);
		assertThat(sent.status()).as(sent.toString()).isEqualTo(201);
		assertThat(sent.data().path("status").asString()).isEqualTo("accepted");
		assertThat(sent.data().path("seq").isNull()).isTrue();
		assertThat(sent.data().at("/author/id").asString()).isEqualTo(author.id());
		return sent.id();
	}

	private TestResponse post(TestUser author, String conversation, String text, String clientId) {
		return this.api.post(author, "/conversations/" + conversation + "/messages",
				Map.of("text", text, "clientId", clientId));
	}

	private void assertLive(String queue, List<String> ids) {
		var live = new ArrayList<String>();
		eventually().until(() -> {
			for (var next = this.rabbit.receive(queue); next != null; next = this.rabbit.receive(queue)) {
				var event = new String(next.getBody(), java.nio.charset.StandardCharsets.UTF_8);
				assertThat(EventContract.violations(event)).isEmpty();
				var message = JSON.readTree(event).path("subject").asString();
				if (ids.contains(message)) {
					live.add(message);
				}
			}
			return live.size() == ids.size();
		});
		assertThat(live).isEqualTo(ids);
	}

	/** The texts, oldest first; empty while the database is away. */
	private List<String> texts(TestUser reader, String conversation) {
		return this.api.get(reader, "/conversations/" + conversation + "/messages?limit=100")
			.body()
			.path("data")
			.valueStream()
			.map((message) -> message.path("text").asString())
			.toList()
			.reversed();
	}

	private List<Integer> numbers(TestUser reader, String conversation) {
		return this.api.get(reader, "/conversations/" + conversation + "/messages?limit=100")
			.body()
			.path("data")
			.valueStream()
			.map((message) -> message.path("seq").asInt())
			.toList()
			.reversed();
	}

	private static ConditionFactory eventually() {
		return Awaitility.await()
			.atMost(Duration.ofSeconds(60))
			.pollInterval(Duration.ofMillis(200))
			.ignoreExceptions();
	}

	/** Puts proxies between the service and its servers. */
	@TestConfiguration(proxyBeanMethods = false)
	static class Cut {

		@Bean
		CutConnections database(@Value("${spring.mongodb.uri}") String uri) {
			var server = new ServerAddress(Objects.requireNonNull(new ConnectionString(uri).getHosts()).getFirst());
			return new CutConnections(server.getHost(), server.getPort());
		}

		@Bean
		CutConnections broker(@Value("${spring.rabbitmq.addresses}") URI uri) {
			return new CutConnections(uri.getHost(), uri.getPort());
		}

		@Bean
		CutConnections redis(@Value("${spring.data.redis.url}") URI uri) {
			return new CutConnections(uri.getHost(), uri.getPort());
		}

		@Bean
		RabbitConnectionDetails brokerThroughProxy(CutConnections broker,
				@Value("${spring.rabbitmq.addresses}") URI uri) {
			var user = uri.getUserInfo().split(":", 2);
			return new RabbitConnectionDetails() {

				@Override
				public String getUsername() {
					return user[0];
				}

				@Override
				public String getPassword() {
					return user[1];
				}

				@Override
				public String getVirtualHost() {
					return uri.getPath().substring(1);
				}

				@Override
				public List<Address> getAddresses() {
					return List.of(new Address("127.0.0.1", broker.port()));
				}

			};
		}

		@Bean
		DataRedisConnectionDetails redisThroughProxy(CutConnections redis, @Value("${spring.data.redis.url}") URI uri) {
			var user = uri.getUserInfo().split(":", 2);
			return new DataRedisConnectionDetails() {

				@Override
				public String getUsername() {
					return user[0];
				}

				@Override
				public String getPassword() {
					return user[1];
				}

				@Override
				public Standalone getStandalone() {
					return Standalone.of("127.0.0.1", redis.port());
				}

			};
		}

		@Bean
		@Order
		MongoClientSettingsBuilderCustomizer throughProxy(CutConnections database) {
			return (settings) -> settings.applyToClusterSettings((cluster) -> cluster.requiredReplicaSetName(null)
				.mode(ClusterConnectionMode.SINGLE)
				.hosts(List.of(new ServerAddress("127.0.0.1", database.port()))));
		}

	}

}
