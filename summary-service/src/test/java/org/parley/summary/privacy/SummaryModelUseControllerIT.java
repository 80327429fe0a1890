package org.parley.summary.privacy;

import java.time.Duration;
import java.util.Objects;

import org.junit.jupiter.api.Test;
import org.parley.platform.ai.ModelProviderSettings;
import org.parley.platform.test.client.TestUser;
import org.parley.summary.SummaryIT;
import org.parley.summary.discussion.SummaryCategories;
import org.parley.summary.engine.chat.ChatModelSettings;
import org.parley.summary.modelswitch.ModelSwitches;
import org.parley.summary.privacy.SummaryModelUseController.SummaryModelUseView;

import org.springframework.beans.factory.annotation.Autowired;

import static org.assertj.core.api.Assertions.assertThat;

class SummaryModelUseControllerIT extends SummaryIT {

	@Autowired
	private ModelSwitches modelSwitches;

	@Autowired
	private SummaryCategories summaryCategories;

	@Test
	void configuredModelIsNamedWithExceptions() {
		var category = switchedOff();
		var use = use("https://ai.example/v1", "a-model");
		assertThat(use.model()).isEqualTo("a-model");
		assertThat(use.exceptCategories()).contains(category);
	}

	@Test
	void modelWithoutProviderOrNameIsNotUsed() {
		switchedOff();
		assertThat(use("", "a-model").model()).isNull();
		assertThat(use("https://ai.example/v1", "").model()).isNull();
		assertThat(use("", "a-model").exceptCategories()).isEmpty();
	}

	private String switchedOff() {
		var category = this.forum.category("anyone");
		awaitEventsHandled();
		assertThat(this.client.switchModel(TestUser.with("admin"), category, false).status()).isEqualTo(200);
		return category;
	}

	private SummaryModelUseView use(String url, String name) {
		var answer = new SummaryModelUseController(new ModelProviderSettings(url, "", Duration.ofSeconds(2)),
				new ChatModelSettings(name, Duration.ofSeconds(20)), this.modelSwitches, this.summaryCategories)
			.get();
		return Objects.requireNonNull(answer.getBody()).data();
	}

}
