package org.parley.summary.engine;

import org.parley.summary.engine.chat.ChatEngine;
import org.parley.summary.engine.chat.ChatModelSettings;
import org.parley.summary.engine.extractive.ExtractiveEngine;

import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Primary;

/** The model where one is set, with sentences picked from the posts in reserve. */
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
