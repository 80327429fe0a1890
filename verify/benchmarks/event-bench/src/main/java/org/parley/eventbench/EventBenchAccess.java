package org.parley.eventbench;

import org.parley.platform.security.AccessRules;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/**
 * Permits {@code /ticks} without authentication, because the service runs only during a
 * benchmark.
 */
@Configuration(proxyBeanMethods = false)
class EventBenchAccess {

	@Bean
	AccessRules rules() {
		return (requests) -> requests.requestMatchers("/ticks").permitAll();
	}

}
