package org.parley.summary.engine.fallback;

import org.junit.jupiter.api.Test;
import org.parley.summary.SummaryIT;
import org.parley.summary.engine.SummaryEngine;
import org.parley.summary.engine.chat.ChatEngine;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;
import org.springframework.context.ApplicationContext;

import static org.assertj.core.api.Assertions.assertThat;

/** Verifies which engine the settings select. */
class EngineConfigurationIT extends SummaryIT {

	@Autowired
	private ApplicationContext context;

	@Test
	void missingModelYieldsExtractiveEngine() {
		assertThat(this.context.getBean(SummaryEngine.class).name()).isEqualTo("extractive");
	}

	@Test
	void configuredModelIsUsed() {
		with("parley.ai.url=https://ai.example/v1", "parley.ai.chat-model=a-model")
			.run((started) -> assertThat(started.getBean(SummaryEngine.class).name()).isEqualTo("a-model"));
	}

	@Test
	void invalidSettingsStopServiceAndAreNamed() {
		with("parley.ai.url=nonsense")
			.run((failed) -> assertThat(failed.getStartupFailure()).rootCause().hasMessageContaining("PARLEY_AI_URL"));
		with("parley.summaries.sentences=0")
			.run((failed) -> assertThat(failed.getStartupFailure()).rootCause().hasMessageContaining("sentences"));
	}

	private ApplicationContextRunner with(String... settings) {
		return new ApplicationContextRunner().withParent(this.context)
			.withUserConfiguration(EngineConfiguration.class, ChatEngine.class)
			.withPropertyValues(settings);
	}

}
