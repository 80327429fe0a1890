package org.parley.gateway.revocation;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.TimeUnit;

import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import org.springframework.stereotype.Component;

/**
 * Loads all revocations from auth-service: at the start, after a source opens, every
 * minute, and every second while no source is open.
 */
@Component
class RevocationListClient {

	private static final Logger log = LoggerFactory.getLogger(RevocationListClient.class);

	private static final Duration TO_BE_SURE = Duration.ofMinutes(1);

	private final RevocationList list;

	private final RevocationFreshness freshness;

	private final InstantSource clock;

	private final BlockingQueue<Boolean> requests = new ArrayBlockingQueue<>(1);

	private volatile @Nullable Thread thread;

	private volatile Instant loadedAt = Instant.EPOCH;

	private boolean failing;

	RevocationListClient(RevocationList list, RevocationFreshness freshness, InstantSource clock) {
		this.list = list;
		this.freshness = freshness;
		this.clock = clock;
	}

	/**
	 * Starts loading, also after a stop. Blocks for the first load, unless auth-service
	 * does not answer.
	 */
	void start() {
		var next = Thread.ofVirtual().name("revocations-list").unstarted(this::run);
		this.thread = next;
		load();
		next.start();
	}

	void stop() {
		var last = this.thread;
		this.thread = null;
		if (last != null) {
			last.interrupt();
		}
	}

	/** Requests a load; several requests are combined. */
	void requestLoad() {
		this.requests.offer(true);
	}

	/** The time of the last successful load. */
	Instant loadedAt() {
		return this.loadedAt;
	}

	private void run() {
		while (isWanted()) {
			try {
				var requested = this.requests.poll(1, TimeUnit.SECONDS) != null;
				if (requested || this.failing || this.freshness.hasNoOpenSource() || isOld()) {
					load();
				}
			}
			catch (InterruptedException ex) {
				return;
			}
		}
	}

	private boolean isWanted() {
		return Thread.currentThread().equals(this.thread);
	}

	private boolean isOld() {
		return this.clock.instant().isAfter(this.loadedAt.plus(TO_BE_SURE));
	}

	private void load() {
		try {
			var now = this.clock.instant();
			this.list.load();
			this.loadedAt = now;
			this.freshness.loaded(now);
			this.failing = false;
		}
		catch (RuntimeException ex) {
			if (!this.failing && this.thread != null) {
				log.atWarn().addKeyValue("cause", ex.toString()).log("Revocations could not be loaded");
			}
			this.failing = true;
		}
	}

}
