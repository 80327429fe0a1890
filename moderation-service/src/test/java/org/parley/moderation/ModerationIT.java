package org.parley.moderation;

import java.time.Duration;
import java.util.List;
import java.util.Map;

import com.github.tomakehurst.wiremock.WireMockServer;
import com.github.tomakehurst.wiremock.core.WireMockConfiguration;
import org.awaitility.Awaitility;
import org.awaitility.core.ConditionFactory;
import org.junit.jupiter.api.BeforeEach;
import org.parley.moderation.category.ModerationCategories;
import org.parley.moderation.policy.ActivePolicy;
import org.parley.platform.test.LocalStackTest;
import org.parley.platform.test.client.TestUser;
import org.parley.platform.test.database.SentCommands;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.annotation.Import;
import org.springframework.data.mongodb.core.MongoTemplate;
import org.springframework.test.context.ActiveProfiles;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;

import static com.github.tomakehurst.wiremock.client.WireMock.okJson;
import static com.github.tomakehurst.wiremock.client.WireMock.post;
import static org.assertj.core.api.Assertions.assertThat;

/**
 * Base of the integration tests, with one shared context and a model stub that accepts
 * every text by default.
 */
@SpringBootTest(webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT,
		properties = { "parley.ai.key=a key", "parley.ai.first-delay=20ms", "parley.ai.longest-delay=1s",
				"parley.ai.read-timeout=5s", "parley.ai.chat-model=a-chat", "parley.ai.circuit.calls=1000",
				"parley.ai.circuit.window=1000", "parley.ai.calls-per-minute=100000", "parley.checks.again=200ms",
				"parley.policy.reread=1h", "parley.events.keys.notification-service=" + ModerationIT.NOTIFICATION_KEY })
@ActiveProfiles("development")
@LocalStackTest
@Import({ FakeForum.class, FakeSocial.class, FakeChat.class, SentCommands.class })
public abstract class ModerationIT {

	protected static final String NOTIFICATION_KEY = "b25seSBmb3IgdGVzdHMsIHRoaXJ0eS10d28gYnl0ZXM=";

	protected static final String MODERATIONS = "/v1/moderations";

	protected static final WireMockServer MODEL = new WireMockServer(WireMockConfiguration.options().dynamicPort());

	@LocalServerPort
	private int port;

	@Autowired
	protected MongoTemplate mongo;

	@Autowired
	protected FakeForum forum;

	@Autowired
	protected FakeSocial social;

	@Autowired
	protected FakeChat chat;

	@Autowired
	protected SentCommands commands;

	@Autowired
	private ModerationCategories moderationCategories;

	@Autowired
	protected ActivePolicy activePolicy;

	protected ModerationClient client = new ModerationClient(0);

	@DynamicPropertySource
	static void model(DynamicPropertyRegistry properties) {
		MODEL.start();
		properties.add("parley.ai.url", () -> MODEL.baseUrl() + "/v1");
	}

	@BeforeEach
	void begin() {
		this.client = new ModerationClient(this.port);
		MODEL.resetAll();
		MODEL.stubFor(post(MODERATIONS).willReturn(okJson(scores(0.001))));
		openCategory(FakeForum.GARDENING, "anyone");
	}

	/** Publishes a new category and waits until it is stored. */
	protected void openCategory(String id, String readers, String... moderators) {
		if (!this.moderationCategories.isKnown(id)) {
			this.forum.publishCategory("category.created", id, readers, List.of(moderators), 0);
			eventually().until(() -> this.moderationCategories.isKnown(id));
		}
	}

	public int port() {
		return this.port;
	}

	/** Runs an action while a policy with these terms is in force. */
	protected void underPolicy(String terms, Runnable action) {
		var moderator = TestUser.with("moderator");
		var present = this.activePolicy.current().id();
		var draft = this.client.post(moderator, "/admin/policies",
				"{\"name\": \"A policy for a test\", \"terms\": " + terms + "}");
		assertThat(draft.status()).as(draft.toString()).isEqualTo(201);
		activate(moderator, draft.data().path("id").asString());
		try {
			action.run();
		}
		finally {
			activate(moderator, present);
		}
	}

	/** Puts a policy in force and waits until checks use it. */
	protected void activate(TestUser moderator, String id) {
		var reply = this.client.post(moderator, "/admin/policies/" + id + "/activate", Map.of());
		assertThat(reply.status()).as(reply.toString()).isEqualTo(200);
		eventually().until(() -> this.activePolicy.current().id().equals(id));
	}

	/** Waits for the case of a post and returns its path. */
	protected String path(FakeForum.Post post) {
		eventually().untilAsserted(() -> assertThat(this.forum.published("case.opened", post)).hasSize(1));
		return "/admin/cases/" + this.forum.published("case.opened", post).getFirst().at("/data/caseId").asString();
	}

	/** Returns a response of the model with a score for harassment. */
	protected static String scores(double harassment) {
		return """
				{"id": "modr-1", "model": "a-model", "results": [{"flagged": false, "categories": {},
				"category_scores": {"harassment": %s, "hate": 0.002}}]}""".formatted(harassment);
	}

	/** Waits up to 20 seconds for a condition. */
	protected static ConditionFactory eventually() {
		return Awaitility.await().atMost(Duration.ofSeconds(20)).pollInterval(Duration.ofMillis(20));
	}

}
