package org.parley.witness;

import org.parley.platform.security.AccessRules;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The witness has no endpoints besides those of every service. */
@Configuration(proxyBeanMethods = false)
class WitnessAccess {

	@Bean
	AccessRules rules() {
		return (_) -> {
		};
	}

}
