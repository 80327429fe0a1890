package org.parley.summary.privacy;

import java.time.Duration;
import java.util.Objects;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.parley.platform.ai.ModelProviderSettings;
import org.parley.summary.engine.chat.ChatModelSettings;

import static org.assertj.core.api.Assertions.assertThat;

class SummaryModelUseControllerTests {

	@Test
	void configuredModelIsNamed() {
		assertThat(model("https://ai.example/v1", "a-model")).isEqualTo("a-model");
	}

	@Test
	void modelWithoutProviderOrNameIsNotUsed() {
		assertThat(model("", "a-model")).isNull();
		assertThat(model("https://ai.example/v1", "")).isNull();
	}

	private static @Nullable String model(String url, String name) {
		var answer = new SummaryModelUseController(new ModelProviderSettings(url, "", Duration.ofSeconds(2)),
				new ChatModelSettings(name, Duration.ofSeconds(20)))
			.get();
		return Objects.requireNonNull(answer.getBody()).data().model();
	}

}
