package org.parley.auth.user.mailtoken;

import java.time.Duration;
import java.time.Instant;

import org.junit.jupiter.api.Test;
import org.parley.auth.user.mailtoken.MailRequestLog.Allowance;

import static org.assertj.core.api.Assertions.assertThat;

class MailRequestLogTests {

	private static final Instant NOW = Instant.parse("2026-11-20T09:00:00Z");

	@Test
	void requesterWaitsMinuteForNextMail() {
		var one = MailRequestLog.none("PASSWORD_RESET:alice").with(NOW);
		assertThat(one.delay(Allowance.REQUESTER, NOW.plusSeconds(59))).isEqualTo(Duration.ofSeconds(1));
		assertThat(one.delay(Allowance.REQUESTER, NOW.plusSeconds(60))).isZero();
	}

	@Test
	void requesterWaitsDayAfterFiveMails() {
		var five = times(5);
		assertThat(five.delay(Allowance.REQUESTER, NOW.plusSeconds(3600))).isEqualTo(Duration.ofHours(23));
		assertThat(five.delay(Allowance.REQUESTER, NOW.plus(Duration.ofDays(1)))).isZero();
	}

	@Test
	void strangersShareFifteenMailsWithoutDelay() {
		assertThat(times(14).delay(Allowance.STRANGERS, NOW.plusSeconds(14))).isZero();
		assertThat(times(15).delay(Allowance.STRANGERS, NOW.plusSeconds(15)))
			.isEqualTo(Duration.ofDays(1).minusSeconds(15));
	}

	private static MailRequestLog times(int count) {
		var counted = MailRequestLog.none("PASSWORD_RESET:alice");
		for (int i = 0; i < count; i++) {
			counted = counted.with(NOW.plusSeconds(i));
		}
		return counted;
	}

}
