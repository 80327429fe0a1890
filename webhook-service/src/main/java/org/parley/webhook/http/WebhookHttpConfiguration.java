package org.parley.webhook.http;

import org.apache.hc.client5.http.SystemDefaultDnsResolver;

import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(WebhookHttpSettings.class)
class WebhookHttpConfiguration {

	@Bean
	WebhookHttpClient outside(WebhookHttpSettings settings) {
		return new WebhookHttpClient(settings, SystemDefaultDnsResolver.INSTANCE);
	}

}
