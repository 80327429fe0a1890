package org.parley.moderation.privacy;

import org.junit.jupiter.api.Test;
import org.parley.moderation.FakeForum;
import org.parley.moderation.ModerationIT;
import org.parley.platform.domain.Ids;
import org.parley.platform.test.client.TestUser;
import tools.jackson.databind.JsonNode;

import static org.assertj.core.api.Assertions.assertThat;

/** What the privacy endpoint says about the policy in force. */
class PrivacyIT extends ModerationIT {

	private static final String PRIVACY = "/moderation/privacy";

	@Test
	void guestReadsWhereTextsGo() {
		var privacy = privacy();
		assertThat(privacy.at("/model/configured").asBoolean()).isTrue();
		assertThat(privacy.at("/model/kind").asString()).isEqualTo("moderation");
		assertThat(privacy.at("/model/asked").asString()).isEqualTo("always");
		assertThat(privacy.at("/model/harms")).hasSize(13);
		assertThat(privacy.at("/redacted").toString()).isEqualTo("[\"mail\",\"phone\"]");
		assertThat(privacy.at("/kept/checkDays").asLong()).isEqualTo(7);
		assertThat(sent(privacy, "forum")).isTrue();
		assertThat(sent(privacy, "social")).isTrue();
		assertThat(sent(privacy, "rooms")).isTrue();
		assertThat(sent(privacy, "social-limited")).isFalse();
		assertThat(sent(privacy, "groups")).isFalse();
		assertThat(sent(privacy, "direct")).isFalse();
	}

	@Test
	void placesThatStayInTheHouseAreNamedUnlessTheyAreHidden() {
		var hidden = Ids.next();
		openCategory(hidden, "admin");
		underPolicy("""
				{"rules": [], "thresholds": {}, "otherwise": {}, "model": "always", "categories":
				{"%s": {"model": false}, "%s": {"model": false}, "rooms": {"model": false}}}"""
			.formatted(FakeForum.GARDENING, hidden), () -> {
				var privacy = privacy();
				assertThat(place(privacy, "forum").at("/exceptCategories").toString())
					.isEqualTo("[\"" + FakeForum.GARDENING + "\"]");
				assertThat(sent(privacy, "rooms")).isFalse();
				assertThat(privacy.toString()).doesNotContain(hidden);
			});
	}

	@Test
	void policyThatNeverAsksSendsNothing() {
		underPolicy("""
				{"rules": [], "thresholds": {}, "otherwise": {}, "model": "never"}""", () -> {
			var privacy = privacy();
			assertThat(privacy.at("/model/asked").asString()).isEqualTo("never");
			privacy.path("texts").forEach((text) -> assertThat(text.path("sent").asBoolean()).isFalse());
		});
	}

	@Test
	void chatModelAndItsCategoriesAreNamed() {
		underPolicy("""
				{"rules": [], "thresholds": {}, "otherwise": {}, "model": "asked", "modelKind": "chat",
				"harmsOff": ["sexual", "violence/graphic"]}""", () -> {
			var model = privacy().path("model");
			assertThat(model.path("kind").asString()).isEqualTo("chat");
			assertThat(model.path("name").asString()).isEqualTo("a-chat");
			assertThat(model.path("asked").asString()).isEqualTo("asked");
			assertThat(model.path("harms")).hasSize(11);
			assertThat(model.path("harms").toString()).doesNotContain("\"sexual\"", "graphic");
		});
	}

	@Test
	void answerIsForSharedCaches() {
		var first = this.client.get(TestUser.GUEST, PRIVACY);
		assertThat(first.header("Cache-Control")).contains("public", "max-age=60");
		assertThat(this.client.get(TestUser.GUEST, PRIVACY, "If-None-Match", first.header("ETag")).status())
			.isEqualTo(304);
	}

	private JsonNode privacy() {
		return this.client.get(TestUser.GUEST, PRIVACY).data();
	}

	private static boolean sent(JsonNode privacy, String place) {
		return place(privacy, place).path("sent").asBoolean();
	}

	private static JsonNode place(JsonNode privacy, String place) {
		return privacy.path("texts")
			.valueStream()
			.filter((text) -> text.path("place").asString().equals(place))
			.findFirst()
			.orElseThrow();
	}

}
