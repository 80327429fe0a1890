package org.parley.media;

import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.annotation.Bean;

/** Provides a test clock. */
@TestConfiguration(proxyBeanMethods = false)
class TestConditions {

	@Bean
	MovableClock movableClock() {
		return new MovableClock();
	}

}
