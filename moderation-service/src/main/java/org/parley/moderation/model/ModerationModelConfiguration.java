package org.parley.moderation.model;

import java.time.InstantSource;

import io.micrometer.core.instrument.MeterRegistry;
import org.parley.platform.ai.ModelBudget;
import org.parley.platform.ai.ModelProviderSettings;

import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.data.mongodb.core.MongoOperations;

/** Configures the outside model and its limits. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties({ ModelProviderSettings.class, ModerationModelSettings.class,
		ModelBudgetSettings.class })
class ModerationModelConfiguration {

	@Bean
	ModelBudget modelBudget(MongoOperations mongo, InstantSource clock, ModelBudgetSettings limits,
			ModerationModelSettings settings, ModelProviderSettings provider, MeterRegistry meters) {
		var longestCall = provider.connectTimeout().plus(settings.readTimeout());
		return new ModelBudget(mongo, clock, limits.limits(settings.price(), longestCall), meters);
	}

}
