package org.parley.notification.mail;

import java.time.Duration;
import java.util.List;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How mails are sent. The server itself stands under {@code spring.mail}.
 *
 * @param from who writes
 * @param retries how long after each refusal it is tried again; after the last it is dead
 * @param lease how long a worker may take for one mail before another takes it up
 * @param pause how long the server is left alone when it is away
 * @param failures how many in a row say that it is away
 * @param kept how long the mail log goes back
 */
@ConfigurationProperties("parley.mail")
record MailSettings(@DefaultValue("Parley <parley@localhost>") String from, @DefaultValue( {
		"1m", "10m", "1h" }) List<Duration> retries, @DefaultValue("2m") Duration lease,
		@DefaultValue("5s") Duration pause, @DefaultValue("3") int failures, @DefaultValue("30d") Duration kept){

	MailSettings {
		require(from.contains("@"), "parley.mail.from must be a mail address");
		require(!lease.isNegative() && lease.compareTo(Duration.ofMinutes(1)) >= 0,
				"parley.mail.lease must be a minute or more, longer than the time limits of spring.mail");
		require(failures > 0, "parley.mail.failures must be 1 or more");
	}

	private static void require(boolean holds, String message) {
		if (!holds) {
			throw new IllegalArgumentException(message);
		}
	}

}
