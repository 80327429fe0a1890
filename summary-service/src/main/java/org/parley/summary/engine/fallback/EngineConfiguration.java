package org.parley.summary.engine.fallback;

import org.parley.summary.engine.SummaryEngine;
import org.parley.summary.engine.SummarySettings;
import org.parley.summary.engine.chat.ChatEngine;
import org.parley.summary.engine.chat.ChatModelSettings;
import org.parley.summary.engine.extractive.ExtractiveEngine;

import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Primary;

/** Configures the chat model, if one is set, with the extractive engine as fallback. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties({ ChatModelSettings.class, SummarySettings.class })
class EngineConfiguration {

	@Bean
	@Primary
	SummaryEngine engine(ChatModelSettings ai, SummarySettings settings, ObjectProvider<ChatEngine> chat) {
		var extractive = new ExtractiveEngine(settings.sentences(), settings.posts());
		return ai.isSet() ? new FallbackSummaryEngine(chat.getObject(), extractive) : extractive;
	}

}
