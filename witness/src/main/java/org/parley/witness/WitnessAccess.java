package org.parley.witness;

import org.parley.platform.security.AccessRules;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The witness is asked nothing but what every service is. */
@Configuration(proxyBeanMethods = false)
class WitnessAccess {

	@Bean
	AccessRules rules() {
		return (_) -> {
		};
	}

}
