package org.parley.realtime.revocation;

import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;

import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import org.springframework.context.SmartLifecycle;
import org.springframework.web.client.RestClient;

/**
 * Asks auth-service for the revocations that may still matter: before the first socket,
 * whenever one of the ways is back on which they are told, and every minute to be sure.
 */
final class SocketRevocationLoader implements SmartLifecycle {

	private static final Logger log = LoggerFactory.getLogger(SocketRevocationLoader.class);

	private final RestClient http;

	private final SocketRevocations socketRevocations;

	private final SocketRevocationSettings settings;

	private final BlockingQueue<Boolean> wishes = new ArrayBlockingQueue<>(1);

	private volatile @Nullable Thread thread;

	private volatile boolean failing;

	SocketRevocationLoader(RestClient http, SocketRevocations socketRevocations, SocketRevocationSettings settings) {
		this.http = http;
		this.socketRevocations = socketRevocations;
		this.settings = settings;
	}

	/** What auth-service lists is known when this returns, unless it does not answer. */
	@Override
	public void start() {
		var next = Thread.ofVirtual().name("revocations").unstarted(this::run);
		this.thread = next;
		load();
		next.start();
	}

	@Override
	public void stop() {
		var last = this.thread;
		this.thread = null;
		if (last != null) {
			last.interrupt();
		}
	}

	@Override
	public boolean isRunning() {
		return this.thread != null;
	}

	/** Before the sockets open, which is last of all. */
	@Override
	public int getPhase() {
		return SmartLifecycle.DEFAULT_PHASE - 1;
	}

	/** Loads soon; several wishes at once are one. */
	void wish() {
		this.wishes.offer(true);
	}

	/** The queue is bound a moment after there is a connection. */
	void wishWhenBound() {
		var later = CompletableFuture.delayedExecutor(this.settings.settling().toMillis(), TimeUnit.MILLISECONDS);
		var _ = CompletableFuture.runAsync(this::wish, later);
	}

	private void run() {
		while (Thread.currentThread().equals(this.thread)) {
			try {
				this.wishes.poll(pause().toMillis(), TimeUnit.MILLISECONDS);
				load();
			}
			catch (InterruptedException ex) {
				return;
			}
		}
	}

	private Duration pause() {
		return this.failing ? this.settings.pause() : this.settings.again();
	}

	private void load() {
		try {
			walk();
			this.failing = false;
		}
		catch (RuntimeException ex) {
			if (!this.failing && isRunning()) {
				log.atWarn().addKeyValue("cause", ex.toString()).log("Revocations could not be loaded");
			}
			this.failing = true;
		}
	}

	private void walk() {
		var after = "";
		while (after != null && isRunning()) {
			var page = page(after);
			page.data().forEach(this.socketRevocations::learn);
			after = page.next();
		}
	}

	private Page page(String after) {
		var page = this.http.get().uri(this.settings.source() + "?after={after}", after).retrieve().body(Page.class);
		return Objects.requireNonNull(page, "auth-service lists revocations");
	}

	/**
	 * Some revocations, the oldest first.
	 *
	 * @param data the revocations
	 * @param next what to ask for next; null at the end
	 */
	record Page(List<SocketRevocation> data, @Nullable String next) {
	}

}
