package org.parley.notification.mail.delivery;

import java.net.http.HttpClient;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;

import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

import org.springframework.beans.factory.annotation.Value;
import org.springframework.http.client.JdkClientHttpRequestFactory;
import org.springframework.stereotype.Component;
import org.springframework.web.client.RestClient;
import org.springframework.web.client.RestClientException;

/**
 * The name of the forum, which its administrators set at auth-service. Mails have the
 * last known name while that service does not answer.
 */
@Component
public class ForumName {

	private static final String DEFAULT = "Parley";

	private static final Duration FRESH = Duration.ofMinutes(1);

	private static final Duration TIMEOUT = Duration.ofSeconds(2);

	private final RestClient http;

	private final String source;

	private final InstantSource clock;

	private String name = DEFAULT;

	private Instant readAt = Instant.EPOCH;

	/** Reads the name at an address; the default name if it is empty. */
	ForumName(@Value("${parley.brand.source:}") String source, InstantSource clock) {
		this.source = source;
		this.clock = clock;
		var requests = new JdkClientHttpRequestFactory(
				HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).connectTimeout(TIMEOUT).build());
		requests.setReadTimeout(TIMEOUT);
		this.http = RestClient.builder().requestFactory(requests).build();
	}

	/** The name, at most a minute old unless auth-service does not answer. */
	public synchronized String get() {
		var now = this.clock.instant();
		if (!this.source.isEmpty() && !this.readAt.plus(FRESH).isAfter(now)) {
			this.readAt = now;
			this.name = read();
		}
		return this.name;
	}

	private String read() {
		try {
			var setup = this.http.get().uri(this.source).retrieve().body(JsonNode.class);
			return nameIn(setup, this.name);
		}
		catch (RestClientException ex) {
			return this.name;
		}
	}

	private static String nameIn(@Nullable JsonNode setup, String otherwise) {
		return (setup != null) ? setup.at("/data/forum/name").asString(otherwise) : otherwise;
	}

}
