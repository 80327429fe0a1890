package org.parley.notification.mail.transport;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.parley.notification.NotificationTest;
import org.parley.platform.domain.Ids;
import org.parley.platform.test.clock.MovableClock;

import org.springframework.beans.factory.annotation.Autowired;

import static org.assertj.core.api.Assertions.assertThat;

/** No minute has more mails than the limit, from all workers. */
@NotificationTest
class MailServerLimitsIT {

	@Autowired
	private MailServerLimits limits;

	@Autowired
	private MovableClock clock;

	@AfterEach
	void reset() {
		this.clock.reset();
	}

	@Test
	void anyMinuteHasAtMostAsManyMailsAsTheLimit() {
		var server = "smtp://" + Ids.next();
		var begin = this.clock.instant();
		var sent = new ArrayList<Long>();
		for (int second = 0; second < 200; second += 7) {
			this.clock.reset();
			this.clock.move(Duration.between(this.clock.instant(), begin.plusSeconds(second)));
			if (this.limits.take(server, 3).isEmpty()) {
				sent.add((long) second);
			}
		}
		assertThat(sent).containsExactly(0L, 7L, 14L, 63L, 70L, 77L, 126L, 133L, 140L, 189L, 196L);
	}

	@Test
	void refusedMailLearnsWhenTheNextMayBeSent() {
		var server = "smtp://" + Ids.next();
		var first = this.clock.instant();
		assertThat(this.limits.take(server, 1)).isEmpty();
		assertThat(this.limits.take(server, 1)).hasValueSatisfying(
				(next) -> assertThat(next).isBetween(first.plusSeconds(60), this.clock.instant().plusSeconds(60)));
		assertThat(this.limits.take("smtp://" + Ids.next(), 1)).isEmpty();
	}

	@Test
	void smallerLimitHoldsForMailsThatWereSentBefore() {
		var server = "smtp://" + Ids.next();
		for (int i = 0; i < 5; i++) {
			assertThat(this.limits.take(server, 5)).isEmpty();
		}
		assertThat(this.limits.take(server, 2)).isPresent();
	}

	@Test
	void concurrentWorkersShareALimit() throws InterruptedException {
		var server = "smtp://" + Ids.next();
		var taken = new AtomicInteger();
		var done = new CountDownLatch(4);
		for (int worker = 0; worker < 4; worker++) {
			Thread.startVirtualThread(() -> {
				for (int i = 0; i < 25; i++) {
					if (this.limits.take(server, 40).equals(Optional.empty())) {
						taken.incrementAndGet();
					}
				}
				done.countDown();
			});
		}
		done.await();
		assertThat(taken).hasValue(40);
	}

}
