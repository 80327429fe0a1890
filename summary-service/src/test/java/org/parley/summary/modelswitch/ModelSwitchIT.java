package org.parley.summary.modelswitch;

import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

import org.bson.Document;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.parley.platform.domain.Ids;
import org.parley.platform.test.client.TestResponse;
import org.parley.platform.test.client.TestUser;
import org.parley.platform.test.event.PublishedEvents;
import org.parley.summary.SummaryIT;
import tools.jackson.databind.JsonNode;

import org.springframework.amqp.core.AmqpAdmin;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.data.mongodb.core.query.Criteria;
import org.springframework.data.mongodb.core.query.Query;

import static org.assertj.core.api.Assertions.assertThat;

/** Tests of the requests of administrators, their rights and their audit. */
class ModelSwitchIT extends SummaryIT {

	private static final String SWITCHES = "admin/summary-service/model-switches";

	private static final String CHANGES = "admin/summary-service/model-switch-changes";

	private final TestUser admin = TestUser.with("admin");

	@Autowired
	private AmqpAdmin broker;

	private String category = "";

	@BeforeEach
	void openCategory() {
		this.category = this.forum.category("anyone");
		awaitEventsHandled();
	}

	@Test
	void onlyAdministratorsReadAndTurnSwitches() {
		for (var path : List.of(SWITCHES, SWITCHES + "/" + this.category, CHANGES)) {
			assertRefused(this.client.get(TestUser.GUEST, path), 401, "auth.required");
			assertRefused(this.client.get(TestUser.with(), path), 403, "auth.forbidden");
			assertRefused(this.client.get(TestUser.with("moderator"), path), 403, "auth.forbidden");
			assertThat(this.client.get(this.admin, path).status()).isEqualTo(200);
		}
		assertRefused(this.client.switchModel(TestUser.GUEST, this.category, false), 401, "auth.required");
		assertRefused(this.client.switchModel(TestUser.with(), this.category, false), 403, "auth.forbidden");
		assertRefused(this.client.switchModel(TestUser.with("moderator"), this.category, false), 403, "auth.forbidden");
		assertThat(read().path("enabled").asBoolean()).isTrue();
	}

	@Test
	void switchIsOnUntilTurnedOffAndNamesAdministrator() {
		assertThat(read().path("enabled").asBoolean()).isTrue();
		assertThat(read().path("changedBy").isNull()).isTrue();
		var off = this.client.switchModel(this.admin, this.category, false);
		assertThat(off.status()).as(off.toString()).isEqualTo(200);
		assertThat(off.data()).isEqualTo(read());
		assertThat(read().path("enabled").asBoolean()).isFalse();
		assertThat(read().at("/changedBy/id").asString()).isEqualTo(this.admin.id());
		assertThat(read().path("changedAt").asString()).endsWith("Z");
		assertThat(listed(this.category)).isEqualTo(read());
		this.client.switchModel(this.admin, this.category, true);
		assertThat(read().path("enabled").asBoolean()).isTrue();
	}

	@Test
	void repeatedTurnChangesAndRecordsNothing() {
		var acts = new PublishedEvents(this.broker, this.rabbit, "summary.events", "administrator.acted");
		this.client.switchModel(this.admin, this.category, true);
		assertThat(changes()).isEmpty();
		var first = this.client.switchModel(this.admin, this.category, false);
		var second = this.client.switchModel(TestUser.with("admin"), this.category, false);
		assertThat(second.data()).isEqualTo(first.data());
		assertThat(second.header("ETag")).isEqualTo(first.header("ETag"));
		assertThat(changes()).hasSize(1);
		eventually().untilAsserted(
				() -> assertThat(acts.actsOf(this.admin.id())).containsExactly("model-switched-off " + this.category));
	}

	@Test
	void auditHasEachChangeNewestFirst() {
		var other = TestUser.with("admin");
		this.client.switchModel(this.admin, this.category, false);
		this.client.switchModel(other, this.category, true);
		assertThat(changes()).extracting((one) -> one.path("enabled").asBoolean()).containsExactly(true, false);
		assertThat(changes()).extracting((one) -> one.at("/by/id").asString())
			.containsExactly(other.id(), this.admin.id());
		assertThat(changes()).extracting((one) -> one.path("category").asString()).containsOnly(this.category);
		assertThat(this.client.get(this.admin, CHANGES + "?limit=1").data().at("/0/by/id").asString())
			.isEqualTo(other.id());
	}

	@Test
	void concurrentTurnsRecordOneChange() {
		var statuses = IntStream.range(0, 8)
			.parallel()
			.mapToObj((_) -> this.client.switchModel(TestUser.with("admin"), this.category, false).status())
			.toList();
		assertThat(statuses).containsOnly(200);
		assertThat(changes()).hasSize(1);
	}

	@Test
	void unknownAndRemovedCategoriesHaveNoSwitch() {
		for (var unknown : List.of(Ids.next(), "nonsense", "x".repeat(300))) {
			assertRefused(this.client.switchModel(this.admin, unknown, false), 404, "category.not-found");
			assertRefused(this.client.get(this.admin, SWITCHES + "/" + unknown), 404, "category.not-found");
		}
		this.client.switchModel(this.admin, this.category, false);
		this.forum.removeCategory(this.category);
		awaitEventsHandled();
		assertRefused(this.client.get(this.admin, SWITCHES + "/" + this.category), 404, "category.not-found");
		assertRefused(this.client.switchModel(this.admin, this.category, true), 404, "category.not-found");
		assertThat(listed(this.category).isMissingNode()).isTrue();
		assertThat(this.mongo.exists(Query.query(Criteria.where("_id").is(this.category).and("enabled").is(false)),
				"model_switches"))
			.as("late posts stay in the house")
			.isTrue();
	}

	@ParameterizedTest
	@ValueSource(strings = { "{}", "{\"enabled\": null}", "{\"enabled\": \"off\"}",
			"{\"enabled\": false, \"surprise\": 1}", "[]", "no json" })
	void invalidBodyIsRefused(String body) {
		var answer = this.client.put(this.admin, SWITCHES + "/" + this.category, body);
		assertThat(answer.status()).as(answer.toString()).isEqualTo(400);
		assertThat(this.mongo.findById(this.category, Document.class, "model_switches")).isNull();
	}

	@ParameterizedTest
	@ValueSource(strings = { "?category=nonsense", "?limit=0", "?limit=101", "?cursor=nonsense", "?surprise=1" })
	void invalidQueryIsRefused(String query) {
		assertThat(this.client.get(this.admin, CHANGES + query).status()).isEqualTo(400);
	}

	@Test
	void unsupportedMethodIsRefused() {
		assertRefused(this.client.delete(this.admin, SWITCHES + "/" + this.category), 405,
				"request.method-not-allowed");
		assertRefused(this.client.post(this.admin, SWITCHES, Map.of()), 405, "request.method-not-allowed");
	}

	private JsonNode read() {
		return this.client.get(this.admin, SWITCHES + "/" + this.category).data();
	}

	private JsonNode listed(String id) {
		return this.client.get(this.admin, SWITCHES)
			.data()
			.valueStream()
			.filter((one) -> one.path("category").asString().equals(id))
			.findFirst()
			.orElseGet(() -> this.json.missingNode());
	}

	private List<JsonNode> changes() {
		return this.client.get(this.admin, CHANGES + "?category=" + this.category).data().valueStream().toList();
	}

	private static void assertRefused(TestResponse reply, int status, String code) {
		assertThat(reply.status()).as(reply.toString()).isEqualTo(status);
		assertThat(reply.code()).isEqualTo(code);
	}

}
