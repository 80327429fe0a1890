package org.parley.webhook.receipt.inbound;

import java.time.Duration;
import java.time.InstantSource;

import io.github.resilience4j.ratelimiter.RateLimiter;
import io.github.resilience4j.ratelimiter.RateLimiterConfig;
import org.parley.webhook.provider.verification.SignatureRefusal;
import org.parley.webhook.receipt.Receipts;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import org.springframework.dao.DataAccessException;
import org.springframework.stereotype.Component;

/**
 * Records refused requests: all in the metrics, and at most ten per second and instance
 * in the log of receipts, which protects the database.
 */
@Component
class RefusalLog {

	private static final Logger log = LoggerFactory.getLogger(RefusalLog.class);

	private final RateLimiter rateLimiter = RateLimiter.of("refusals",
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

	void record(String provider, SignatureRefusal signatureRefusal) {
		this.metrics.countRefused(provider, signatureRefusal.word());
		if (!this.rateLimiter.acquirePermission()) {
			return;
		}
		log.atWarn()
			.addKeyValue("provider", provider)
			.addKeyValue("refusal", signatureRefusal.word())
			.log("Webhook refused");
		try {
			this.receipts.countRefusal(provider, signatureRefusal, this.clock.instant());
		}
		catch (DataAccessException ex) {
			log.atDebug().setCause(ex).log("Storing a refusal failed");
		}
	}

}
