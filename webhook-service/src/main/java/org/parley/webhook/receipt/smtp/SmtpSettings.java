package org.parley.webhook.receipt.smtp;

import org.jspecify.annotations.Nullable;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.util.unit.DataSize;

/**
 * Settings of our own SMTP server.
 *
 * @param port null to receive no mails; 0 for any free port
 * @param bundle the SSL bundle for STARTTLS; null for none
 * @param maxSize the largest mail
 * @param connections the most connections at a time
 * @param authservId the server before this one whose {@code Authentication-Results} are
 * believed; empty for none
 */
@ConfigurationProperties("parley.webhooks.smtp")
record SmtpSettings(@Nullable Integer port, @Nullable String bundle, @DefaultValue("25MB") DataSize maxSize,
		@DefaultValue("50") int connections, @DefaultValue("") String authservId) {
}
