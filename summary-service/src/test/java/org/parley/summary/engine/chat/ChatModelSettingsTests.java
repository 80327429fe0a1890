package org.parley.summary.engine.chat;

import java.time.Duration;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

class ChatModelSettingsTests {

	@Test
	void missingNameDisablesModel() {
		assertThat(new ChatModelSettings("", Duration.ofSeconds(20)).isPresent()).isFalse();
		assertThat(new ChatModelSettings("m", Duration.ofSeconds(20)).isPresent()).isTrue();
	}

	@Test
	void invalidTimeoutNamesItsSetting() {
		assertThatIllegalArgumentException().isThrownBy(() -> new ChatModelSettings("", Duration.ZERO))
			.withMessageContaining("parley.ai.timeout");
	}

}
