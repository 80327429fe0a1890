package org.parley.platform.security.revocation;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.TimeUnit;

import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Loads all revocations from auth-service: at the start, after a source opens, in a
 * regular interval, and after each pause while no source is open.
 */
final class RevocationListClient {

	private static final Logger log = LoggerFactory.getLogger(RevocationListClient.class);

	private final RevocationList list;

	private final RevocationFreshness freshness;

	private final InstantSource clock;

	private final Duration pause;

	private final Duration again;

	private final BlockingQueue<Boolean> requests = new ArrayBlockingQueue<>(1);

	private volatile @Nullable Thread thread;

	private volatile Instant loadedAt = Instant.EPOCH;

	private boolean failing;

	RevocationListClient(RevocationList list, RevocationFreshness freshness, InstantSource clock,
			RevocationSettings settings) {
		this.list = list;
		this.freshness = freshness;
		this.clock = clock;
		this.pause = settings.pause();
		this.again = settings.again();
	}

	/**
	 * Starts loading, also after a stop. Blocks for the first load, unless auth-service
	 * does not answer.
	 */
	void start() {
		var next = Thread.ofVirtual().name("revocations-list").unstarted(this::run);
		this.thread = next;
		try {
			load();
		}
		catch (InterruptedException _) {
			Thread.currentThread().interrupt();
		}
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
				var requested = this.requests.poll(this.pause.toMillis(), TimeUnit.MILLISECONDS) != null;
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
		return this.clock.instant().isAfter(this.loadedAt.plus(this.again));
	}

	private void load() throws InterruptedException {
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
