package org.parley.platform.messaging.secret;

import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Lazy;

/** Provides encryption, decryption and masking of secrets in events. */
@AutoConfiguration
@EnableConfigurationProperties(EventSecretSettings.class)
public class SecretAutoConfiguration {

	@Bean
	EventSecretCipher eventSecretCipher(EventSecretSettings settings,
			@Value("${spring.application.name}") String service) {
		return new EventSecretCipher(settings, service);
	}

	/** Created only in services that send mails, because only these have the key. */
	@Bean
	@Lazy
	MailPayloadCipher mailPayloadCipher(EventSecretCipher eventSecretCipher) {
		return new MailPayloadCipher(eventSecretCipher);
	}

	@Bean
	EventMasker eventMasker() {
		return new EventMasker();
	}

}
