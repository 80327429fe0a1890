package org.parley.gateway.revocation;

import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Objects;

import org.jspecify.annotations.Nullable;
import reactor.netty.http.client.HttpClient;
import tools.jackson.databind.json.JsonMapper;

import org.springframework.stereotype.Component;

/** What auth-service knows of revocations, page by page. */
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
	 * Takes all of them; blocks.
	 * @throws RuntimeException when auth-service does not answer as it should
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
				throw new IllegalStateException("auth-service answers " + response.status());
			}
			return body.asString();
		}).block(PATIENCE);
		return JsonMapper.shared().readValue(Objects.requireNonNull(json), Page.class);
	}

	/**
	 * Some of them.
	 *
	 * @param data the oldest first
	 * @param next what to ask for {@code after}, or null at the end
	 */
	record Page(List<GatewayRevocation> data, @Nullable String next) {

		Page {
			Objects.requireNonNull(data, "It is no list of revocations");
		}

	}

}
