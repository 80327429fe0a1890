package org.parley.webhook.receipt;

import java.time.Duration;
import java.time.InstantSource;

import io.github.resilience4j.ratelimiter.RateLimiter;
import io.github.resilience4j.ratelimiter.RateLimiterConfig;
import org.parley.webhook.provider.SignatureRefusal;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import org.springframework.dao.DataAccessException;
import org.springframework.stereotype.Component;

/**
 * Remembers that somebody was refused: every one in the metrics; in the log, up to ten a
 * second for each instance, counted by hour. So strangers can make neither the database
 * busy nor full.
 */
@Component
class RefusalLog {

	private static final Logger log = LoggerFactory.getLogger(RefusalLog.class);

	private final RateLimiter enough = RateLimiter.of("refusals",
			RateLimiterConfig.custom()
				.limitForPeriod(10)
				.limitRefreshPeriod(Duration.ofSeconds(1))
				.timeoutDuration(Duration.ZERO)
				.build());

	private final Receipts receipts;

	private final ReceiptMetrics metrics;

	private final InstantSource clock;

	RefusalLog(Receipts receipts, ReceiptMetrics metrics, InstantSource clock) {
		this.receipts = receipts;
		this.metrics = metrics;
		this.clock = clock;
	}

	void note(String provider, SignatureRefusal signatureRefusal) {
		this.metrics.refused(provider, signatureRefusal.word());
		if (!this.enough.acquirePermission()) {
			return;
		}
		log.atWarn()
			.addKeyValue("provider", provider)
			.addKeyValue("refusal", signatureRefusal.word())
			.log("A webhook is refused");
		try {
			this.receipts.refused(provider, signatureRefusal, this.clock.instant());
		}
		catch (DataAccessException ex) {
			log.atDebug().setCause(ex).log("A refusal is not in the log of receipts");
		}
	}

}
