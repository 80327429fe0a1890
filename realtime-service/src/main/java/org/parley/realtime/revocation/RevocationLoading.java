package org.parley.realtime.revocation;

import java.util.List;
import java.util.Objects;

import org.jspecify.annotations.Nullable;
import org.parley.realtime.redis.Persistence;

import org.springframework.context.SmartLifecycle;
import org.springframework.web.client.RestClient;

/**
 * Asks auth-service at start for the revocations that were told before this instance
 * could hear them.
 */
final class RevocationLoading implements SmartLifecycle {

	private final RestClient http;

	private final Revocations revocations;

	private final RevocationSettings settings;

	private final Persistence persistence;

	private volatile boolean running;

	RevocationLoading(RestClient http, Revocations revocations, RevocationSettings settings) {
		this.http = http;
		this.revocations = revocations;
		this.settings = settings;
		this.persistence = new Persistence("Revocations of before this start are not known yet", settings.pause());
	}

	@Override
	public void start() {
		this.running = true;
		this.persistence.start(this::load);
	}

	@Override
	public void stop() {
		this.running = false;
		this.persistence.stop();
	}

	@Override
	public boolean isRunning() {
		return this.running;
	}

	private void load() {
		var after = "";
		while (after != null && this.running) {
			var page = page(after);
			page.data().forEach(this.revocations::learn);
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
	record Page(List<Revocation> data, @Nullable String next) {
	}

}
