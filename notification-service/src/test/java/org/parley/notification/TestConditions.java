package org.parley.notification;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;

import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Primary;
import org.springframework.test.context.DynamicPropertyRegistrar;

/** Time and mail, in the hands of a test. */
@TestConfiguration(proxyBeanMethods = false)
public class TestConditions {

	@Bean
	@Primary
	MovableClock movableClock() {
		return new MovableClock();
	}

	@Bean(destroyMethod = "stop")
	Postbox postbox() {
		return new Postbox();
	}

	@Bean
	DynamicPropertyRegistrar postboxPort(Postbox postbox) {
		return (registry) -> registry.add("spring.mail.port", postbox::port);
	}

	/** The real time, moved. */
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
