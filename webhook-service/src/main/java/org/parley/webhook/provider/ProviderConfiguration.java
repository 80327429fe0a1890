package org.parley.webhook.provider;

import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(ProvidersSettings.class)
class ProviderConfiguration {

	@Bean
	WebhookProviders providers(ProvidersSettings settings) {
		return new WebhookProviders(settings);
	}

}
