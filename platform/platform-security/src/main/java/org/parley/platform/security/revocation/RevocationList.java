package org.parley.platform.security.revocation;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.List;
import java.util.Objects;

import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;

/** Reads auth-service's list of revocations, page by page. */
final class RevocationList {

	private static final Duration CONNECT = Duration.ofSeconds(1);

	private static final Duration PATIENCE = Duration.ofSeconds(3);

	private final URI source;

	private final Revocations revocations;

	private final HttpClient client = HttpClient.newBuilder()
		.version(HttpClient.Version.HTTP_1_1)
		.connectTimeout(CONNECT)
		.build();

	RevocationList(URI source, Revocations revocations) {
		this.source = source;
		this.revocations = revocations;
	}

	/**
	 * Loads all revocations; blocks.
	 * @throws RuntimeException when auth-service does not answer correctly
	 */
	void load() throws InterruptedException {
		String after = "";
		while (after != null) {
			var page = page(after);
			page.data().forEach(this.revocations::add);
			after = page.next();
		}
	}

	private Page page(String after) throws InterruptedException {
		var request = HttpRequest.newBuilder(URI.create(this.source + "?after=" + after)).timeout(PATIENCE).build();
		try {
			var response = this.client.send(request, HttpResponse.BodyHandlers.ofString());
			if (response.statusCode() != 200) {
				throw new IllegalStateException("auth-service answered " + response.statusCode());
			}
			return JsonMapper.shared().readValue(response.body(), Page.class);
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	/**
	 * A page of revocations.
	 *
	 * @param data the oldest first
	 * @param next the value of {@code after} for the next page, or null at the end
	 */
	record Page(List<Revocation> data, @Nullable String next) {

		Page {
			Objects.requireNonNull(data, "The answer is not a list of revocations");
		}

	}

}
