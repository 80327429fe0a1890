package org.parley.chat;

import java.util.Arrays;
import java.util.Map;

import org.junit.jupiter.api.BeforeEach;
import org.parley.platform.test.LocalStackTest;
import org.parley.platform.test.client.TestClient;
import org.parley.platform.test.client.TestResponse;
import org.parley.platform.test.client.TestUser;
import org.parley.platform.test.clock.MovableClock;
import org.parley.platform.test.database.SentCommands;

import org.springframework.amqp.rabbit.core.RabbitTemplate;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.annotation.Import;
import org.springframework.data.mongodb.core.MongoTemplate;

import static org.assertj.core.api.Assertions.assertThat;

/** Starts the service with real servers; all subclasses share one context. */
@SpringBootTest(webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT,
		properties = "parley.chat.recent.patience=5s")
@LocalStackTest
@Import({ SentCommands.class, MovableClock.class })
public abstract class ChatIT {

	@LocalServerPort
	private int port;

	@Autowired
	protected MongoTemplate mongo;

	@Autowired
	protected SentCommands commands;

	@Autowired
	protected MovableClock clock;

	@Autowired
	private RabbitTemplate rabbit;

	protected TestClient api = new TestClient("");

	@BeforeEach
	void connect() {
		this.clock.reset();
		this.api = new TestClient("http://127.0.0.1:" + this.port + "/api/v1/chat");
	}

	public int port() {
		return this.port;
	}

	protected ModerationEvents moderation() {
		return new ModerationEvents(this.rabbit);
	}

	/** A person whom the service knows, because they have opened a group. */
	protected TestUser aPerson(String... roles) {
		var person = TestUser.with(roles);
		this.api.post(person, "/conversations", Map.of("kind", "group"));
		return person;
	}

	protected String aDirectConversation(TestUser one, TestUser other) {
		return opened(this.api.post(one, "/conversations",
				Map.of("kind", "direct", "members", new String[] { other.username() })));
	}

	protected String aGroup(TestUser creator, TestUser... members) {
		var usernames = Arrays.stream(members).map(TestUser::username).toArray(String[]::new);
		return opened(this.api.post(creator, "/conversations",
				Map.of("kind", "group", "name", "Growers", "members", usernames)));
	}

	protected String aRoom(TestUser admin) {
		return opened(this.api.post(admin, "/conversations", Map.of("kind", "room", "name", "Balcony")));
	}

	private static String opened(TestResponse response) {
		assertThat(response.status()).as(response.toString()).isEqualTo(201);
		return response.id();
	}

	protected TestResponse send(TestUser author, String conversation, String text) {
		var sent = this.api.post(author, "/conversations/" + conversation + "/messages", Map.of("text", text));
		assertThat(sent.status()).as(sent.toString()).isEqualTo(201);
		return sent;
	}

	protected TestResponse read(TestUser reader, String conversation, long seq) {
		return this.api.put(reader, "/conversations/" + conversation + "/read", Map.of("seq", seq));
	}

	protected long unread(TestUser reader, String conversation) {
		return this.api.get(reader, "/conversations/" + conversation).data().path("unreadCount").asLong(-1);
	}

	/** Requires a refusal with a status and code. */
	protected static void refused(TestResponse response, int status, String code) {
		assertThat(response.status()).as(response.toString()).isEqualTo(status);
		assertThat(response.code()).isEqualTo(code);
	}

}
