package org.parley.webhook.http;

import org.parley.platform.security.outbound.PublicHttpClient;
import org.parley.platform.security.outbound.PublicHttpSettings;

import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(WebhookHttpSettings.class)
class WebhookHttpConfiguration {

	@Bean
	PublicHttpClient webhookHttpClient(WebhookHttpSettings settings) {
		return new PublicHttpClient(new PublicHttpSettings("Parley-Webhooks/1.0", settings.allowPrivateAddresses(),
				settings.connectTimeout(), settings.timeout()));
	}

}
