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
 * Loads the current revocations from auth-service: at start, after each reconnect to
 * Redis or the broker, and every {@code parley.revocations.again}.
 */
final class SocketRevocationLoader implements SmartLifecycle {

	private static final Logger log = LoggerFactory.getLogger(SocketRevocationLoader.class);

	private final RestClient http;

	private final SocketRevocations socketRevocations;

	private final SocketRevocationSettings settings;

	private final BlockingQueue<Boolean> requests = new ArrayBlockingQueue<>(1);

	private volatile @Nullable Thread thread;

	private volatile boolean failing;

	SocketRevocationLoader(RestClient http, SocketRevocations socketRevocations, SocketRevocationSettings settings) {
		this.http = http;
		this.socketRevocations = socketRevocations;
		this.settings = settings;
	}

	/** Loads the list before it returns, unless auth-service does not answer. */
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

	/** Starts before the sockets open, which is the last step. */
	@Override
	public int getPhase() {
		return SmartLifecycle.DEFAULT_PHASE - 1;
	}

	/** Requests a load in the background; concurrent requests are merged. */
	void requestLoad() {
		this.requests.offer(true);
	}

	/**
	 * Requests a load when the queue is bound, which is shortly after the broker
	 * connection opens.
	 */
	void requestLoadWhenBound() {
		var later = CompletableFuture.delayedExecutor(this.settings.settling().toMillis(), TimeUnit.MILLISECONDS);
		var _ = CompletableFuture.runAsync(this::requestLoad, later);
	}

	private void run() {
		while (Thread.currentThread().equals(this.thread)) {
			try {
				this.requests.poll(pause().toMillis(), TimeUnit.MILLISECONDS);
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
			loadAllPages();
			this.failing = false;
		}
		catch (RuntimeException ex) {
			if (!this.failing && isRunning()) {
				log.atWarn().addKeyValue("cause", ex.toString()).log("Revocations could not be loaded");
			}
			this.failing = true;
		}
	}

	private void loadAllPages() {
		var after = "";
		while (after != null && isRunning()) {
			var page = page(after);
			page.data().forEach(this.socketRevocations::apply);
			after = page.next();
		}
	}

	private Page page(String after) {
		var page = this.http.get().uri(this.settings.source() + "?after={after}", after).retrieve().body(Page.class);
		return Objects.requireNonNull(page, "auth-service returned no revocations");
	}

	/**
	 * A page of revocations, the oldest first.
	 *
	 * @param data the revocations
	 * @param next cursor of the next page; null on the last one
	 */
	record Page(List<SocketRevocation> data, @Nullable String next) {
	}

}
