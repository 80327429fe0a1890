package org.parley.summary.engine.fallback;

import java.time.InstantSource;

import io.micrometer.core.instrument.MeterRegistry;
import org.parley.platform.ai.ModelBudget;
import org.parley.platform.ai.ModelBudgetLimits;
import org.parley.platform.ai.ModelProviderSettings;
import org.parley.summary.engine.SummaryEngine;
import org.parley.summary.engine.SummarySettings;
import org.parley.summary.engine.chat.ChatEngine;
import org.parley.summary.engine.chat.ChatModelSettings;
import org.parley.summary.engine.extractive.ExtractiveEngine;

import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Lazy;
import org.springframework.context.annotation.Primary;
import org.springframework.data.mongodb.core.MongoOperations;

/** Configures the chat model, if one is set, with the extractive engine as fallback. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties({ ModelProviderSettings.class, ChatModelSettings.class, SummarySettings.class })
class EngineConfiguration {

	@Bean
	@Primary
	SummaryEngine engine(ModelProviderSettings provider, ChatModelSettings model, SummarySettings settings,
			ObjectProvider<ChatEngine> chat) {
		var extractive = new ExtractiveEngine(settings.sentences(), settings.posts());
		return (provider.isPresent() && model.isPresent()) ? new FallbackSummaryEngine(chat.getObject(), extractive)
				: extractive;
	}

	@Bean
	@Lazy
	ModelBudget modelBudget(MongoOperations mongo, InstantSource clock, SummarySettings settings,
			ModelProviderSettings provider, ChatModelSettings model, MeterRegistry meters) {
		return new ModelBudget(mongo, clock, new ModelBudgetLimits("summaries", settings.tokensPerDay(),
				Integer.MAX_VALUE, provider.connectTimeout().plus(model.timeout())), meters);
	}

}
