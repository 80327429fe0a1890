package org.parley.platform.messaging.secret;

import org.junit.jupiter.api.Test;

import org.springframework.boot.autoconfigure.AutoConfigurations;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

class MailPayloadCipherTests {

	private static final String KEY = "parley.events.keys.notification-service=b25lIGtleSBvbmx5IGZvciB0ZXN0cywgMzIgYnl0ZXM=";

	@Test
	void notificationServiceOpensPayload() {
		service("library-service", KEY).run((library) -> {
			var payload = library.getBean(MailPayloadCipher.class).seal("a token");
			assertThat(payload.jwe()).doesNotContain("token");
			service("notification-service", KEY).run(
					(reader) -> assertThat(reader.getBean(EventSecretCipher.class).open(payload)).isEqualTo("a token"));
			assertThatExceptionOfType(BrokenSealException.class)
				.isThrownBy(() -> library.getBean(EventSecretCipher.class).open(payload));
		});
	}

	@Test
	void serviceThatSendsMailsNeedsKey() {
		service("library-service").withBean(Sender.class)
			.run((context) -> assertThat(context).getFailure().rootCause().hasMessageContaining("No key"));
	}

	@Test
	void otherServiceStartsWithoutKey() {
		service("library-service").run((context) -> assertThat(context).hasNotFailed());
	}

	private static ApplicationContextRunner service(String name, String... properties) {
		return new ApplicationContextRunner().withConfiguration(AutoConfigurations.of(SecretAutoConfiguration.class))
			.withPropertyValues("spring.application.name=" + name)
			.withPropertyValues(properties);
	}

	/** Needs the cipher. */
	record Sender(MailPayloadCipher cipher) {
	}

}
