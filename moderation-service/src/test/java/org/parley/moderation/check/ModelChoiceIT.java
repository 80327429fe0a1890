package org.parley.moderation.check;

import java.util.Objects;

import org.junit.jupiter.api.Test;
import org.parley.contracts.moderation.Verdict;
import org.parley.moderation.FakeForum.Post;
import org.parley.moderation.ModerationIT;
import org.parley.platform.test.client.TestUser;

import org.springframework.beans.factory.annotation.Autowired;

import static com.github.tomakehurst.wiremock.client.WireMock.anyRequestedFor;
import static com.github.tomakehurst.wiremock.client.WireMock.anyUrl;
import static com.github.tomakehurst.wiremock.client.WireMock.containing;
import static com.github.tomakehurst.wiremock.client.WireMock.okJson;
import static com.github.tomakehurst.wiremock.client.WireMock.post;
import static com.github.tomakehurst.wiremock.client.WireMock.postRequestedFor;
import static com.github.tomakehurst.wiremock.client.WireMock.urlEqualTo;
import static org.assertj.core.api.Assertions.assertThat;

/** Which model a policy asks, and about which categories of harm. */
class ModelChoiceIT extends ModerationIT {

	private static final String COMPLETIONS = "/v1/chat/completions";

	@Autowired
	private PostChecks postChecks;

	private final TestUser bob = TestUser.with();

	@Test
	void policyAsksChatModelAboutCategoriesThatAreOn() {
		MODEL.stubFor(post(COMPLETIONS).willReturn(okJson("""
				{"model": "a-chat-2", "choices": [{"message": {"content": "{\\"hate\\": 0.9, \\"violence\\": 0.1}"}}],
				"usage": {"total_tokens": 120}}""")));
		underPolicy("""
				{"rules": [], "thresholds": {}, "otherwise": {"held": 0.8}, "model": "always", "modelKind": "chat",
				"harmsOff": ["harassment", "harassment/threatening", "hate/threatening", "illicit", "illicit/violent",
				"self-harm", "self-harm/intent", "self-harm/instructions", "sexual", "sexual/minors",
				"violence/graphic"]}""", () -> {
			var judgement = judged(this.forum.reply(this.bob, "Whatever a parsnip says"));
			assertThat(judgement.verdict()).isEqualTo(Verdict.HELD);
			assertThat(judgement.reasons()).containsExactly("hate");
			assertThat(judgement.engine()).isEqualTo("a-chat-2");
			assertThat(judgement.tokens()).isEqualTo(120);
		});
		MODEL.verify(0, postRequestedFor(urlEqualTo(MODERATIONS)).withRequestBody(containing("parsnip")));
	}

	@Test
	void scoreOfCategoryThatIsOffCountsNothing() {
		MODEL.stubFor(post(MODERATIONS).willReturn(okJson(scores(0.99))));
		underPolicy("""
				{"rules": [], "thresholds": {}, "otherwise": {"held": 0.5}, "model": "always",
				"harmsOff": ["harassment"]}""", () -> {
			var judgement = judged(this.forum.reply(this.bob, "You are a swede."));
			assertThat(judgement.verdict()).isEqualTo(Verdict.CLEAN);
			assertThat(judgement.engine()).isEqualTo("a-model");
			assertThat(judgement.scores()).containsOnlyKeys("hate");
		});
	}

	@Test
	void noTextIsSentIfAllCategoriesAreOff() {
		underPolicy("""
				{"rules": [], "thresholds": {}, "otherwise": {}, "model": "always",
				"harmsOff": ["harassment", "harassment/threatening", "hate", "hate/threatening", "illicit",
				"illicit/violent", "self-harm", "self-harm/intent", "self-harm/instructions", "sexual",
				"sexual/minors", "violence", "violence/graphic"]}""", () -> {
			var judgement = judged(this.forum.reply(this.bob, "A celeriac stays at home."));
			assertThat(judgement.engine()).isEqualTo(Judgement.RULES);
			assertThat(judgement.isFinal()).isTrue();
		});
		MODEL.verify(0, anyRequestedFor(anyUrl()).withRequestBody(containing("celeriac")));
	}

	private Judgement judged(Post post) {
		var check = eventually().until(
				() -> this.postChecks.find(post.id()).filter((found) -> found.judgement() != null),
				(found) -> found.isPresent());
		return Objects.requireNonNull(check.orElseThrow().judgement());
	}

}
