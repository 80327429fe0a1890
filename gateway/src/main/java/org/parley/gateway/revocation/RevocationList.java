package org.parley.gateway.revocation;

import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Objects;

import org.jspecify.annotations.Nullable;
import reactor.netty.http.client.HttpClient;
import tools.jackson.databind.json.JsonMapper;

import org.springframework.stereotype.Component;

/** Reads auth-service's list of revocations, page by page. */
@Component
class RevocationList {

	private static final Duration PATIENCE = Duration.ofSeconds(3);

	private final URI source;

	private final KnownRevocations knownRevocations;

	private final HttpClient client = HttpClient.create().responseTimeout(Duration.ofSeconds(2));

	RevocationList(GatewayRevocationSettings settings, KnownRevocations knownRevocations) {
		this.source = settings.source();
		this.knownRevocations = knownRevocations;
	}

	/**
	 * Loads all revocations; blocks.
	 * @throws RuntimeException when auth-service does not answer correctly
	 */
	void load() {
		String after = "";
		while (after != null) {
			var page = page(after);
			page.data().forEach(this.knownRevocations::add);
			after = page.next();
		}
	}

	private Page page(String after) {
		var json = this.client.get().uri(this.source + "?after=" + after).responseSingle((response, body) -> {
			if (response.status().code() != 200) {
				throw new IllegalStateException("auth-service answered " + response.status());
			}
			return body.asString();
		}).block(PATIENCE);
		return JsonMapper.shared().readValue(Objects.requireNonNull(json), Page.class);
	}

	/**
	 * A page of revocations.
	 *
	 * @param data the oldest first
	 * @param next the value of {@code after} for the next page, or null at the end
	 */
	record Page(List<GatewayRevocation> data, @Nullable String next) {

		Page {
			Objects.requireNonNull(data, "The answer is not a list of revocations");
		}

	}

}
