package org.parley.moderation.statistics;

import java.util.Map;
import java.util.Set;

import io.micrometer.core.instrument.MeterRegistry;
import org.bson.BsonDocument;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.parley.moderation.FakeForum;
import org.parley.moderation.FakeForum.Post;
import org.parley.moderation.ModerationIT;
import org.parley.moderation.cases.ModerationCase;
import org.parley.moderation.statement.Statement;
import org.parley.platform.test.client.TestUser;
import org.parley.platform.test.database.QueryExplanation;
import tools.jackson.databind.JsonNode;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.data.mongodb.core.query.Query;
import org.springframework.data.mongodb.core.query.Update;

import static com.github.tomakehurst.wiremock.client.WireMock.okJson;
import static com.github.tomakehurst.wiremock.client.WireMock.post;
import static org.assertj.core.api.Assertions.assertThat;

/** Statistics of the work of moderators, and who sees them. */
class ModerationStatisticsIT extends ModerationIT {

	private static final String STATISTICS = "/admin/moderation-statistics";

	@Autowired
	private MeterRegistry meters;

	private final TestUser bob = TestUser.with();

	private final TestUser one = TestUser.with("moderator");

	private final TestUser other = TestUser.with("moderator");

	private final TestUser admin = TestUser.with("admin");

	@BeforeEach
	void forgetEarlierDecisions() {
		this.mongo.remove(new Query(), ModerationCase.class);
		this.mongo.remove(new Query(), Statement.class);
	}

	@Test
	void decisionsOfModeratorsAboutTheSameTextAreCompared() {
		decide(this.one, this.forum.createReportedPost(this.bob, FakeForum.GARDENING), "hide");
		decide(this.other, this.forum.createReportedPost(this.bob, FakeForum.GARDENING), "dismiss");
		decide(this.other, this.forum.createReportedPost(this.bob, FakeForum.GARDENING), "warn");
		var all = statistics(this.admin).path("moderators");
		assertThat(all).hasSize(2);
		var busiest = all.path(0);
		assertThat(busiest.at("/moderator/id").asString()).isEqualTo(this.other.id());
		assertThat(busiest.at("/figures/decisions").asLong()).isEqualTo(2);
		assertThat(busiest.at("/figures/dismissed").asLong()).isEqualTo(1);
		assertThat(busiest.at("/figures/moderators/compared").asLong()).isEqualTo(2);
		assertThat(busiest.at("/figures/moderators/share").asDouble()).isEqualTo(0.5);
		assertThat(busiest.at("/figures/p95Seconds").asDouble())
			.isGreaterThanOrEqualTo(busiest.at("/figures/medianSeconds").asDouble())
			.isPositive();
		assertThat(all.at("/1/figures/moderators/compared").asLong()).isEqualTo(1);
		assertThat(all.at("/1/figures/moderators/share").asDouble()).isEqualTo(0.5);
		assertThat(all.at("/1/figures/model/compared").asLong()).isZero();
		assertThat(all.at("/1/figures/model/share").isNumber()).isFalse();
	}

	@Test
	void contentsWithoutTextAreNotCompared() {
		decide(this.one, this.forum.createReportedPost(this.bob, FakeForum.GARDENING), "hide");
		decide(this.other, this.forum.createReportedPost(this.bob, FakeForum.GARDENING), "dismiss");
		this.mongo.updateMulti(new Query(), Update.update("grounds.content", ""), ModerationCase.class);
		assertThat(statistics(this.admin).path("moderators")).hasSize(2)
			.allSatisfy((moderator) -> assertThat(moderator.at("/figures/moderators/compared").asLong()).isZero());
	}

	@Test
	void decisionsAreComparedWithFindingsOfTheModelForModeratorAndPolicy() {
		MODEL.stubFor(post(MODERATIONS).willReturn(okJson(scores(0.93))));
		decide(this.one, this.forum.reply(this.bob, "You are a radish."), "remove");
		decide(this.one, this.forum.reply(this.bob, "You are a beetroot."), "dismiss");
		MODEL.stubFor(post(MODERATIONS).willReturn(okJson(scores(0.001))));
		decide(this.one, this.forum.reply(this.bob, "flagmeplease"), "dismiss");
		var figures = statistics(this.one).at("/moderators/0/figures");
		assertThat(figures.path("decisions").asLong()).isEqualTo(3);
		assertThat(figures.at("/model/compared").asLong()).isEqualTo(2);
		assertThat(figures.at("/model/share").asDouble()).isEqualTo(0.5);
		var policy = statistics(this.admin).at("/policies/0");
		assertThat(policy.path("version").asLong()).isEqualTo(this.activePolicy.current().version());
		assertThat(policy.path("name").asString()).isEqualTo(this.activePolicy.current().name());
		assertThat(policy.at("/figures/decisions").asLong()).isEqualTo(3);
	}

	@Test
	void overturnedDecisionsAreCountedForTheModeratorWhoDecided() {
		var post = this.forum.createReportedPost(this.bob, FakeForum.GARDENING);
		decide(this.one, post, "hide");
		eventually().untilAsserted(() -> assertThat(this.forum.published("statement.issued", post)).hasSize(1));
		var statement = this.forum.published("statement.issued", post).getFirst().at("/data/statementId").asString();
		this.client.post(this.bob, "/moderation/statements/" + statement + "/appeal", Map.of("text", "I quoted it."));
		eventually().untilAsserted(() -> assertThat(this.forum.published("appeal.filed", post)).hasSize(1));
		var appeal = this.forum.published("appeal.filed", post).getFirst().at("/data/appealId").asString();
		assertThat(this.client.post(this.other, "/admin/appeals/" + appeal + "/decide", Map.of("outcome", "overturn"))
			.status()).isEqualTo(200);
		var figures = statistics(this.one).at("/moderators/0/figures");
		assertThat(figures.at("/appeals/filed").asLong()).isEqualTo(1);
		assertThat(figures.at("/appeals/answered").asLong()).isEqualTo(1);
		assertThat(figures.at("/appeals/overturned").asLong()).isEqualTo(1);
		assertThat(figures.path("reversed").asLong()).isEqualTo(1);
		assertThat(this.meters.get("parley.statements").tag("restriction", "hide").counter().count()).isPositive();
		assertThat(this.meters.get("parley.appeals.answered").tag("outcome", "overturned").counter().count())
			.isPositive();
	}

	@Test
	void moderatorSeesOwnDecisionsOnly() {
		decide(this.one, this.forum.createFlaggedPost(this.bob, FakeForum.GARDENING), "hide");
		decide(this.other, this.forum.createFlaggedPost(this.bob, FakeForum.GARDENING), "hide");
		var own = statistics(this.one);
		assertThat(own.path("moderators")).hasSize(1);
		assertThat(own.at("/moderators/0/moderator/id").asString()).isEqualTo(this.one.id());
		assertThat(own.at("/moderators/0/figures/moderators/share").asDouble()).isEqualTo(1);
		assertThat(own.at("/policies/0/figures/decisions").asLong()).isEqualTo(1);
		assertThat(own.toString()).doesNotContain(this.other.id(), this.other.username());
		assertThat(statistics(TestUser.with("moderator")).path("moderators")).isEmpty();
		assertThat(statistics(this.admin).path("moderators")).hasSize(2);
		assertThat(statistics(this.admin).at("/policies/0/figures/decisions").asLong()).isEqualTo(2);
	}

	@Test
	void periodIsAtMostAYear() {
		assertThat(this.client.get(this.admin, STATISTICS + "?days=0").status()).isEqualTo(400);
		assertThat(this.client.get(this.admin, STATISTICS + "?days=367").status()).isEqualTo(400);
		assertThat(this.client.get(this.admin, STATISTICS + "?days=366").status()).isEqualTo(200);
	}

	@Test
	void countsUseIndexes() {
		decide(this.one, this.forum.createFlaggedPost(this.bob, FakeForum.GARDENING), "hide");
		var sent = this.commands.during(() -> {
			statistics(this.one);
			statistics(this.admin);
		});
		var counts = sent.stream().filter(ModerationStatisticsIT::isCount).toList();
		assertThat(counts).hasSize(12);
		for (var command : counts) {
			assertThat(QueryExplanation.of(this.mongo, command).stages()).as(command.toJson())
				.doesNotContain("COLLSCAN");
		}
	}

	/** The loops of the instance count in other collections meanwhile. */
	private static boolean isCount(BsonDocument command) {
		return command.getFirstKey().equals("aggregate")
				&& Set.of("cases", "statements").contains(command.getString("aggregate").getValue());
	}

	private void decide(TestUser moderator, Post post, String decision) {
		eventually().untilAsserted(() -> assertThat(this.forum.published("case.opened", post)).hasSize(1));
		var id = this.forum.published("case.opened", post).getFirst().at("/data/caseId").asString();
		var reply = this.client.post(moderator, "/admin/cases/" + id + "/decide", Map.of("decision", decision));
		assertThat(reply.status()).as(reply.toString()).isEqualTo(200);
	}

	private JsonNode statistics(TestUser moderator) {
		var reply = this.client.get(moderator, STATISTICS);
		assertThat(reply.status()).as(reply.toString()).isEqualTo(200);
		return reply.data();
	}

}
