package org.parley.moderation.shadow;

import org.junit.jupiter.api.Test;
import org.parley.moderation.FakeForum.Post;
import org.parley.moderation.ModerationIT;
import org.parley.platform.domain.Ids;
import org.parley.platform.test.client.TestUser;
import org.parley.platform.test.event.PublishedEvents;
import tools.jackson.databind.JsonNode;

import org.springframework.amqp.core.AmqpAdmin;
import org.springframework.amqp.rabbit.core.RabbitTemplate;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.data.mongodb.core.query.Criteria;
import org.springframework.data.mongodb.core.query.Query;

import static com.github.tomakehurst.wiremock.client.WireMock.containing;
import static com.github.tomakehurst.wiremock.client.WireMock.okJson;
import static com.github.tomakehurst.wiremock.client.WireMock.post;
import static com.github.tomakehurst.wiremock.client.WireMock.postRequestedFor;
import static com.github.tomakehurst.wiremock.client.WireMock.urlEqualTo;
import static org.assertj.core.api.Assertions.assertThat;

/** A policy in shadow: counted, sampled, without effect. */
class ShadowIT extends ModerationIT {

	@Autowired
	private CompareShadow running;

	@Autowired
	private AmqpAdmin broker;

	@Autowired
	private RabbitTemplate rabbit;

	private final TestUser bob = TestUser.with();

	private final TestUser mod = TestUser.with("moderator");

	@Test
	void differencesAreCountedAndSampledWithoutEffect() {
		var run = start("""
				{"rules": [{"name": "violet", "when": {"words": ["violet"]}, "then": "hold"}], "thresholds": {},
				"otherwise": {}, "model": "always"}""");
		var same = this.forum.reply(this.bob, "Something green");
		var different = this.forum.reply(this.bob, "Something violet");
		var milder = this.forum.reply(this.bob, "flagmeplease");
		eventually().untilAsserted(() -> assertThat(get(run).path("checked").asLong()).isEqualTo(3));
		assertThat(get(run).path("changes").toString()).isIn("{\"clean-held\":1,\"flagged-clean\":1}",
				"{\"flagged-clean\":1,\"clean-held\":1}");
		eventually().untilAsserted(() -> assertThat(samples(this.mod, run)).hasSize(2));
		assertThat(samples(this.mod, run).toString()).contains(different.id(), milder.id()).doesNotContain(same.id());
		assertThat(this.forum.published("moderation.verdict", different)).isEmpty();
		assertThat(this.forum.published("case.opened", different)).isEmpty();
		assertThat(this.client.post(this.mod, "/admin/shadow-runs/" + run + "/stop", null)
			.data()
			.path("running")
			.asBoolean()).isFalse();
	}

	@Test
	void modelIsCalledOnceForBothPolicies() {
		var run = start("""
				{"rules": [], "thresholds": {"harassment": {"held": 0.2}}, "otherwise": {}, "model": "always"}""");
		MODEL.stubFor(post(MODERATIONS).willReturn(okJson(scores(0.3))));
		this.forum.reply(this.bob, "Rude, but not too much");
		eventually().untilAsserted(() -> assertThat(get(run).at("/changes/clean-held").asLong()).isEqualTo(1));
		MODEL.verify(1, postRequestedFor(urlEqualTo(MODERATIONS)).withRequestBody(containing("Rude")));
	}

	@Test
	void samplesFollowRightsOfTheirCategory() {
		var run = start("""
				{"rules": [{"name": "violet", "when": {"words": ["violet"]}, "then": "hold"}], "thresholds": {},
				"otherwise": {}, "model": "never"}""");
		var closed = Ids.next();
		openCategory(closed, "admin");
		var secret = new Post(Ids.next(), Ids.next(), closed, 2, this.bob, "A violet secret", 0);
		this.forum.publish("post.created", secret);
		var open = this.forum.reply(this.bob, "A violet flower");
		eventually().untilAsserted(() -> assertThat(samples(TestUser.with("admin"), run)).hasSize(2));
		assertThat(samples(this.mod, run).toString()).contains(open.id()).doesNotContain(secret.id());
		this.forum.moveThread("thread.moved", open, closed, 9);
		eventually().untilAsserted(() -> assertThat(samples(this.mod, run)).isEmpty());
	}

	@Test
	void activationEndsRun() {
		var run = start("{\"rules\": [], \"thresholds\": {}, \"otherwise\": {}, \"model\": \"never\"}");
		underPolicy("{\"rules\": [], \"thresholds\": {}, \"otherwise\": {}, \"model\": \"never\"}",
				() -> assertThat(get(run).path("running").asBoolean()).isFalse());
	}

	@Test
	void newRunReplacesRunningOne() {
		var first = start("{\"rules\": [], \"thresholds\": {}, \"otherwise\": {}, \"model\": \"never\"}");
		var second = start("{\"rules\": [], \"thresholds\": {}, \"otherwise\": {}, \"model\": \"never\"}");
		assertThat(get(first).path("running").asBoolean()).isFalse();
		assertThat(get(second).path("running").asBoolean()).isTrue();
	}

	@Test
	void startAndEndAreReported() {
		var reported = new PublishedEvents(this.broker, this.rabbit, "moderation.events", "administrator.acted");
		var run = start("{\"rules\": [], \"thresholds\": {}, \"otherwise\": {}, \"model\": \"never\"}");
		for (int i = 0; i < 2; i++) {
			this.client.post(this.mod, "/admin/shadow-runs/" + run + "/stop", null);
		}
		eventually().untilAsserted(() -> assertThat(reported.actsOf(this.mod.id()))
			.endsWith("shadow-run-started " + run, "shadow-run-ended " + run));
	}

	/** Starts a run, which compares none of the texts of earlier tests. */
	private String start(String terms) {
		eventually().until(() -> !this.mongo.exists(new Query(Criteria.where("stage").is("FIRST")), "checks"));
		var draft = this.client.post(this.mod, "/admin/policies", "{\"name\": \"Shadow\", \"terms\": " + terms + "}");
		var run = this.client.post(this.mod, "/admin/policies/" + draft.data().path("id").asString() + "/shadow-runs",
				null);
		assertThat(run.status()).as(run.toString()).isEqualTo(201);
		var id = run.data().path("id").asString();
		this.running.refresh();
		return id;
	}

	private JsonNode get(String run) {
		return this.client.get(this.mod, "/admin/shadow-runs/" + run).data();
	}

	private JsonNode samples(TestUser reader, String run) {
		return this.client.get(reader, "/admin/shadow-runs/" + run + "/samples?limit=100").data();
	}

}
