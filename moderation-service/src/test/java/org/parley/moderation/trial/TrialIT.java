package org.parley.moderation.trial;

import java.util.Map;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.parley.moderation.ModerationIT;
import org.parley.platform.test.client.TestResponse;
import org.parley.platform.test.client.TestUser;
import tools.jackson.databind.JsonNode;

import static org.assertj.core.api.Assertions.assertThat;

/** The test box of policies. */
class TrialIT extends ModerationIT {

	private final TestUser mod = TestUser.with("moderator");

	private String path = "";

	@BeforeEach
	void writePolicy() {
		var draft = this.client.post(this.mod, "/admin/policies", """
				{"name": "Trial", "terms": {"rules": [
				{"name": "young", "when": {"linksOver": 0, "accountYoungerThan": "P1D"}, "then": "hold"},
				{"name": "doubt", "when": {"words": ["perhaps"]}, "then": "ask"}],
				"thresholds": {"hate": {"flagged": 0.5}}, "otherwise": {"removed": 0.9}, "model": "asked"}}""");
		this.path = "/admin/policies/" + draft.data().path("id").asString() + "/try";
	}

	@Test
	void firingRuleAndItsReasonsAreShown() {
		var result = attempt("{\"text\": \"See www.a.example\", \"accountAge\": \"PT2H\"}");
		assertThat(result.path("verdict").asString()).isEqualTo("held");
		assertThat(result.path("asksModel").asBoolean()).isFalse();
		assertThat(result.at("/rules/0/fires").asBoolean()).isTrue();
		assertThat(result.at("/rules/0/conditions/0/because").asString()).isEqualTo("1 links");
		assertThat(result.at("/rules/1/fires").asBoolean()).isFalse();
		assertThat(attempt("{\"text\": \"See www.a.example\"}").path("verdict").asString()).isEqualTo("clean");
	}

	@Test
	void givenScoresCountOnlyIfModelIsAsked() {
		var scores = "\"scores\": {\"hate\": 0.6, \"other\": 0.95}}";
		assertThat(attempt("{\"text\": \"Yes\", " + scores).path("verdict").asString()).isEqualTo("clean");
		var asked = attempt("{\"text\": \"Perhaps\", " + scores);
		assertThat(asked.path("verdict").asString()).isEqualTo("removed");
		assertThat(asked.at("/scores/0/verdict").asString()).isEqualTo("flagged");
	}

	@Test
	void invalidTextIsRefused() {
		assertField(this.client.post(this.mod, this.path, "{\"text\": \"a\\u0000b\"}"), "text");
		assertField(this.client.post(this.mod, this.path, "{\"text\": \"a\", \"scores\": {\"$x\": 0.1}}"), "scores");
		assertField(this.client.post(this.mod, this.path, "{\"text\": \"a\", \"scores\": {\"x\": 1e999}}"), "scores");
		assertField(this.client.post(this.mod, this.path, Map.of("text", "x".repeat(50_001))), "text");
	}

	private JsonNode attempt(String body) {
		var reply = this.client.post(this.mod, this.path, body);
		assertThat(reply.status()).as(reply.toString()).isEqualTo(200);
		return reply.data();
	}

	private static void assertField(TestResponse reply, String field) {
		assertThat(reply.status()).as(reply.toString()).isEqualTo(400);
		assertThat(reply.body().at("/errors/0/field").asString()).isEqualTo(field);
	}

}
