package org.parley.eventbench;

import org.parley.platform.security.AccessRules;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Whoever has started it may let it tick; it is there for nothing else. */
@Configuration(proxyBeanMethods = false)
class EventBenchAccess {

	@Bean
	AccessRules rules() {
		return (requests) -> requests.requestMatchers("/ticks").permitAll();
	}

}
