package org.parley.notification;

import org.parley.platform.test.clock.MovableClock;

import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Primary;
import org.springframework.test.context.DynamicPropertyRegistrar;

/** A test clock and a test mail server. */
@TestConfiguration(proxyBeanMethods = false)
public class TestConditions {

	@Bean
	@Primary
	MovableClock movableClock() {
		return new MovableClock();
	}

	@Bean(destroyMethod = "stop")
	TestMailServer testMailServer() {
		return new TestMailServer();
	}

	@Bean
	DynamicPropertyRegistrar mailServerPort(TestMailServer mailServer) {
		return (registry) -> registry.add("spring.mail.port", mailServer::port);
	}

}
