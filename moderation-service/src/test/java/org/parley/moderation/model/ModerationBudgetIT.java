package org.parley.moderation.model;

import java.time.Duration;
import java.time.Instant;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import org.junit.jupiter.api.Test;
import org.parley.moderation.ModerationIT;
import org.parley.moderation.policy.HarmCategory;
import org.parley.platform.ai.ModelCallLimits;
import org.parley.platform.ai.ModelProviderSettings;
import tools.jackson.databind.json.JsonMapper;

import static com.github.tomakehurst.wiremock.client.WireMock.anyRequestedFor;
import static com.github.tomakehurst.wiremock.client.WireMock.anyUrl;
import static com.github.tomakehurst.wiremock.client.WireMock.containing;
import static org.assertj.core.api.Assertions.assertThat;

class ModerationBudgetIT extends ModerationIT {

	private static final Instant EVENING = Instant.parse("2026-11-22T23:50:00Z");

	private final SimpleMeterRegistry meters = new SimpleMeterRegistry();

	@Test
	void clientCallsNoModelOverBudget() {
		var settings = new ModerationModelSettings("a-model", Duration.ofSeconds(5), 1, Duration.ofMillis(20),
				Duration.ofSeconds(1), 1000, 1, new ModelCallLimits.Circuit(100, 100, 50, Duration.ofSeconds(1)));
		var provider = new ModelProviderSettings(MODEL.baseUrl() + "/v1", "a key", Duration.ofSeconds(2));
		var client = new ModerationModelConfiguration(provider, settings,
				new ModerationChatSettings("", Duration.ofSeconds(5), 0), new ModelBudgetSettings(0, 0.00001, 0))
			.moderationModelClient(this.mongo, () -> EVENING, JsonMapper.builder().build(), this.meters);
		assertThat(client.evaluate(question("tiny"))).isPresent();
		assertThat(client.evaluate(question("A text of more than ten tokens at two per million"))).isEmpty();
		assertThat(client.isReady(ModelKind.MODERATION)).isTrue();
		MODEL.verify(0, anyRequestedFor(anyUrl()).withRequestBody(containing("more than ten")));
		assertThat(this.meters.get("parley.ai.calls").tag("outcome", "spent").counter().count()).isEqualTo(1);
	}

	private static ModelQuestion question(String text) {
		return new ModelQuestion(ModelKind.MODERATION, HarmCategory.IDS, text);
	}

}
