package org.parley.notification.mail;

import java.time.Duration;
import java.util.List;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.util.Assert;

/**
 * Settings for sending mails; {@code spring.mail} has those of the server.
 *
 * @param from the sender
 * @param retries pauses after each refusal; after the last one the mail is dead
 * @param lease time until another worker may claim the mail, at least one minute
 * @param pause pause while the server is unavailable
 * @param failures failures in a row that open the circuit breaker
 * @param kept retention of the mail log
 */
@ConfigurationProperties("parley.mail")
public record MailSettings(@DefaultValue("Parley <parley@localhost>") String from, @DefaultValue( {
		"1m", "10m", "1h" }) List<Duration> retries, @DefaultValue("2m") Duration lease,
		@DefaultValue("5s") Duration pause, @DefaultValue("3") int failures, @DefaultValue("30d") Duration kept){

	public MailSettings {
		Assert.isTrue(from.contains("@"), "parley.mail.from must be a mail address");
		Assert.isTrue(!lease.isNegative() && lease.compareTo(Duration.ofMinutes(1)) >= 0,
				"parley.mail.lease must be a minute or more, longer than the time limits of spring.mail");
		Assert.isTrue(failures > 0, "parley.mail.failures must be 1 or more");
	}

}
