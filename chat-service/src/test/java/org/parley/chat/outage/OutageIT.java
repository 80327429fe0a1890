package org.parley.chat.outage;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;

import com.mongodb.ConnectionString;
import com.mongodb.ServerAddress;
import com.mongodb.connection.ClusterConnectionMode;
import org.awaitility.Awaitility;
import org.awaitility.core.ConditionFactory;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.parley.chat.ChatIT;
import org.parley.platform.test.EventContract;
import org.parley.platform.test.relation.RelationsKit;
import org.parley.platform.test.client.TestResponse;
import org.parley.platform.test.client.TestUser;
import tools.jackson.databind.json.JsonMapper;

import org.springframework.amqp.core.AmqpAdmin;
import org.springframework.amqp.core.BindingBuilder;
import org.springframework.amqp.core.TopicExchange;
import org.springframework.amqp.rabbit.core.RabbitTemplate;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.mongodb.autoconfigure.MongoClientSettingsBuilderCustomizer;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Import;
import org.springframework.core.annotation.Order;

import static org.assertj.core.api.Assertions.assertThat;

/** People go on talking while MongoDB is away; every message is stored once, in order. */
@Import(OutageIT.Cut.class)
class OutageIT extends ChatIT {

	private static final JsonMapper JSON = JsonMapper.builder().build();

	@Autowired
	private CutConnections database;

	@Autowired
	private AmqpAdmin admin;

	@Autowired
	private RabbitTemplate rabbit;

	@AfterEach
	void connectAgain() {
		this.database.connect();
		eventually().until(() -> this.mongo.executeCommand("{ping: 1}") != null);
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
		assertLive(queue.getName(), conversation, ids);
		this.database.connect();
		eventually().untilAsserted(() -> assertThat(texts(alice, conversation)).containsExactly("Before", "Before, too",
				"Without 1", "Without 2", "Without 3", "Without 4", "Without 5", "Without 6"));
		var repeated = post(alice, conversation, "Without 1", "c-1");
		assertThat(repeated.status()).isEqualTo(200);
		assertThat(repeated.id()).isEqualTo(ids.getFirst());
		var after = post(alice, conversation, "After", "c-7");
		assertThat(after.status()).isEqualTo(201);
		this.clock.pass(Duration.ofSeconds(6));
		var fence = post(bob, conversation, "After, too", "c-8");
		assertThat(fence.status()).isEqualTo(201);
		eventually().untilAsserted(() -> {
			var normal = post(bob, conversation, "Normal", "c-9");
			assertThat(normal.data().path("status").asString()).isEqualTo("active");
		});
		assertThat(numbers(alice, conversation)).isEqualTo(List.of(1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11));
		assertThat(texts(bob, conversation)).endsWith("After", "After, too", "Normal");
		assertThat(unread(bob, conversation)).isEqualTo(5);
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

	private void assertLive(String queue, String conversation, List<String> ids) {
		var live = new ArrayList<String>();
		eventually().until(() -> {
			for (var next = this.rabbit.receive(queue); next != null; next = this.rabbit.receive(queue)) {
				var event = new String(next.getBody(), java.nio.charset.StandardCharsets.UTF_8);
				assertThat(EventContract.violations(event)).isEmpty();
				if (JSON.readTree(event).path("partitionkey").asString().equals(conversation)) {
					live.add(JSON.readTree(event).path("subject").asString());
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

	/** Puts the proxy between the service and MongoDB. */
	@TestConfiguration(proxyBeanMethods = false)
	static class Cut {

		@Bean
		CutConnections database(@Value("${spring.mongodb.uri}") String uri) {
			var server = new ServerAddress(Objects.requireNonNull(new ConnectionString(uri).getHosts()).getFirst());
			return new CutConnections(server.getHost(), server.getPort());
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
