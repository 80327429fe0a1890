package org.parley.summary.modelswitch;

import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import java.util.List;
import java.util.concurrent.atomic.AtomicReference;

import com.github.tomakehurst.wiremock.WireMockServer;
import com.github.tomakehurst.wiremock.client.ResponseDefinitionBuilder;
import com.github.tomakehurst.wiremock.core.WireMockConfiguration;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.parley.platform.test.client.TestResponse;
import org.parley.platform.test.client.TestUser;
import org.parley.summary.SummaryIT;

import org.springframework.data.mongodb.core.query.Criteria;
import org.springframework.data.mongodb.core.query.Query;
import org.springframework.data.mongodb.core.query.Update;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.anyRequestedFor;
import static com.github.tomakehurst.wiremock.client.WireMock.anyUrl;
import static com.github.tomakehurst.wiremock.client.WireMock.post;
import static org.assertj.core.api.Assertions.assertThat;
import static org.parley.platform.test.client.TestUser.GUEST;

/** Tests which threads reach a stub of the model's API. */
class ModelPermissionIT extends SummaryIT {

	private static final String MODEL_NAME = "a-model";

	private static final String EXTRACTIVE = "extractive";

	/** An action of the next call to the model, before its response. */
	private static final AtomicReference<Runnable> ON_CALL = new AtomicReference<>(ModelPermissionIT::doNothing);

	private static final WireMockServer MODEL = new WireMockServer(WireMockConfiguration.options().dynamicPort());

	private final TestUser admin = TestUser.with("admin");

	private final TestUser alice = TestUser.with();

	private String on = "";

	private String off = "";

	@DynamicPropertySource
	static void model(DynamicPropertyRegistry properties) {
		MODEL.start();
		MODEL.addMockServiceRequestListener((_, _) -> ON_CALL.getAndSet(ModelPermissionIT::doNothing).run());
		properties.add("parley.ai.url", () -> MODEL.baseUrl() + "/v1");
		properties.add("parley.ai.chat-model", () -> MODEL_NAME);
	}

	@BeforeEach
	void openCategories() {
		ON_CALL.set(ModelPermissionIT::doNothing);
		MODEL.resetAll();
		respondWith(aResponse().withStatus(200).withHeader("Content-Type", "application/json").withBody(answer()));
		this.on = this.forum.category("anyone");
		this.off = this.forum.category("anyone");
		awaitEventsHandled();
		turn(this.off, false);
	}

	@Test
	void switchedOffCategoryIsSummarizedWithoutModel() {
		assertSummary(thread(this.on), MODEL_NAME);
		assertCalls(1);
		assertSummary(thread(this.off), EXTRACTIVE);
		assertCalls(1);
		turn(this.off, true);
		assertSummary(thread(this.off), MODEL_NAME);
		assertCalls(2);
	}

	@Test
	void movedThreadFollowsItsPresentCategory() {
		var thread = thread(this.on);
		assertSummary(thread, MODEL_NAME);
		this.forum.moveThread(thread, this.off);
		this.forum.reply(thread, 2, "Stupice tomatoes ripen on a cold balcony, too.");
		awaitEventsHandled();
		assertSummary(thread, EXTRACTIVE);
		assertCalls(1);
		this.forum.moveThread(thread, this.on);
		this.forum.reply(thread, 3, "Mine is a Glacier.");
		awaitEventsHandled();
		assertSummary(thread, MODEL_NAME);
		assertCalls(2);
	}

	@Test
	void switchTurnedOffDuringJobEndsAttempts() {
		respondWith(aResponse().withStatus(500));
		var thread = thread(this.on);
		ON_CALL.set(() -> turn(this.on, false));
		assertSummary(thread, EXTRACTIVE);
		assertCalls(1);
	}

	@Test
	void threadMovedDuringJobEndsAttempts() {
		respondWith(aResponse().withStatus(500));
		var thread = thread(this.on);
		ON_CALL.set(() -> {
			this.forum.moveThread(thread, this.off);
			awaitEventsHandled();
		});
		assertSummary(thread, EXTRACTIVE);
		assertCalls(1);
	}

	@Test
	void extractiveSummaryStaysFreshWhileModelIsOff() {
		var thread = thread(this.off);
		assertSummary(thread, EXTRACTIVE);
		age(thread);
		assertThat(this.client.request(this.alice, thread).status()).isEqualTo(200);
		turn(this.off, true);
		assertSummary(thread, MODEL_NAME);
		assertCalls(1);
	}

	@Test
	void summaryOfModelStaysUntilNextPost() {
		var thread = thread(this.on);
		assertSummary(thread, MODEL_NAME);
		turn(this.on, false);
		age(thread);
		var kept = this.client.request(this.alice, thread);
		assertThat(kept.status()).isEqualTo(200);
		assertThat(kept.data().path("engine").asString()).isEqualTo(MODEL_NAME);
		this.forum.reply(thread, 2, "Stupice tomatoes ripen on a cold balcony, too.");
		awaitEventsHandled();
		assertSummary(thread, EXTRACTIVE);
		assertCalls(1);
	}

	@Test
	void modelUseNamesCategoriesThatGuestsRead() {
		var internal = this.forum.category("moderator");
		awaitEventsHandled();
		turn(internal, false);
		var use = modelUse();
		assertThat(use.data().path("model").asString()).isEqualTo(MODEL_NAME);
		assertThat(exceptions()).contains(this.off).doesNotContain(this.on, internal);
		assertThat(this.client.get(this.admin, "summaries/model-use").body()).isEqualTo(use.body());
		assertThat(this.client.get(GUEST, "summaries/model-use", "If-None-Match", use.header("ETag")).status())
			.isEqualTo(304);
		this.forum.publishCategory("category.changed", internal, "anyone");
		this.forum.publishCategory("category.changed", this.off, "user");
		awaitEventsHandled();
		assertThat(exceptions()).contains(internal).doesNotContain(this.off);
		turn(internal, true);
		assertThat(exceptions()).doesNotContain(internal);
	}

	private TestResponse modelUse() {
		return this.client.get(GUEST, "summaries/model-use");
	}

	private List<String> exceptions() {
		return modelUse().data().path("exceptCategories").valueStream().map((one) -> one.asString()).toList();
	}

	private String thread(String category) {
		var thread = this.forum.thread(category, "Which tomatoes ripen on a balcony that faces north?");
		awaitEventsHandled();
		return thread;
	}

	private void turn(String category, boolean enabled) {
		assertThat(this.client.switchModel(this.admin, category, enabled).status()).isEqualTo(200);
	}

	/** Requests a summary and waits for it. */
	private void assertSummary(String thread, String engine) {
		assertThat(this.client.request(this.alice, thread).status()).isEqualTo(202);
		eventually().until(() -> this.client.read(GUEST, thread).data().path("status").asString().equals("ready"));
		assertThat(this.client.read(GUEST, thread).data().path("engine").asString()).isEqualTo(engine);
	}

	/** Makes a summary an hour older. */
	private void age(String thread) {
		this.mongo.updateFirst(Query.query(Criteria.where("_id").is(thread)),
				Update.update("createdAt", Date.from(Instant.now().minus(Duration.ofHours(1)))), "summaries");
	}

	private static void respondWith(ResponseDefinitionBuilder response) {
		MODEL.stubFor(post("/v1/chat/completions").willReturn(response));
	}

	private String answer() {
		var completion = this.json.createObjectNode();
		completion.putArray("choices").addObject().putObject("message").put("content", """
				{"sentences": [{"text": "Somebody asks for tomatoes.", "posts": [1]}]}""");
		completion.putObject("usage").put("total_tokens", 100);
		return completion.toString();
	}

	private static void doNothing() {
		// The call has no side effect
	}

	private static void assertCalls(int times) {
		MODEL.verify(times, anyRequestedFor(anyUrl()));
	}

}
