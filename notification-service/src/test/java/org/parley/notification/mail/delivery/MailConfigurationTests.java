package org.parley.notification.mail.delivery;

import java.time.Duration;
import java.util.List;

import org.junit.jupiter.api.Test;
import org.parley.notification.mail.MailSettings;

import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

class MailConfigurationTests {

	@Test
	void productionNamesMissingSettings() {
		var configuration = new MailConfiguration();
		assertThatIllegalStateException()
			.isThrownBy(() -> configuration.mailServerCheck(" ", "a@example.org").afterPropertiesSet())
			.withMessageContaining("spring.mail.host")
			.withMessageContaining("PARLEY_SMTP_HOST");
		assertThatIllegalStateException()
			.isThrownBy(() -> configuration.mailServerCheck("smtp.example.org", "").afterPropertiesSet())
			.withMessageContaining("PARLEY_MAIL_FROM");
		assertThatIllegalArgumentException()
			.isThrownBy(() -> new MailSettings("a@b", List.of(), Duration.ofSeconds(1), Duration.ofSeconds(1), 3,
					Duration.ofDays(1)))
			.withMessageContaining("parley.mail.lease");
	}

}
