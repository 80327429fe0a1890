package org.parley.webhook.outside;

import org.apache.hc.client5.http.SystemDefaultDnsResolver;

import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(OutsideSettings.class)
class OutsideConfiguration {

	@Bean
	Outside outside(OutsideSettings settings) {
		return new Outside(settings, SystemDefaultDnsResolver.INSTANCE);
	}

}
