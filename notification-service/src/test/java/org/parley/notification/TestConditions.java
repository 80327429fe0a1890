package org.parley.notification;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;

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

	/** The system time plus an offset. */
	public static final class MovableClock implements InstantSource {

		private volatile Duration moved = Duration.ZERO;

		@Override
		public Instant instant() {
			return InstantSource.system().instant().plus(this.moved).truncatedTo(ChronoUnit.MILLIS);
		}

		public void move(Duration by) {
			this.moved = this.moved.plus(by);
		}

		public void reset() {
			this.moved = Duration.ZERO;
		}

	}

}
