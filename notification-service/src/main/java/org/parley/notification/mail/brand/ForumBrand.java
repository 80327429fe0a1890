package org.parley.notification.mail.brand;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.regex.Pattern;

import org.parley.platform.runtime.http.RestClients;
import tools.jackson.databind.JsonNode;

import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;
import org.springframework.web.client.RestClient;
import org.springframework.web.client.RestClientException;

/**
 * How the forum presents itself in mails and on the page to unsubscribe, which its
 * administrators set at auth-service. Mails have the last known brand while that service
 * does not answer.
 */
@Component
public class ForumBrand {

	/** What the web client shows without a choice, too. */
	private static final Brand DEFAULT = new Brand("Parley", "#0f6b66");

	private static final Pattern COLOUR = Pattern.compile("#[0-9a-fA-F]{6}");

	private static final Duration FRESH = Duration.ofMinutes(1);

	private static final Duration TIMEOUT = Duration.ofSeconds(2);

	private final RestClient http;

	private final String source;

	private final InstantSource clock;

	private Brand brand = DEFAULT;

	private Instant readAt = Instant.EPOCH;

	/** Reads the brand at an address; the default one if it is empty. */
	ForumBrand(@Value("${parley.brand.source:}") String source, InstantSource clock) {
		this.source = source;
		this.clock = clock;
		this.http = RestClients.builder(TIMEOUT).build();
	}

	/** The brand, at most a minute old unless auth-service does not answer. */
	public synchronized Brand get() {
		var now = this.clock.instant();
		if (!this.source.isEmpty() && !this.readAt.plus(FRESH).isAfter(now)) {
			this.readAt = now;
			this.brand = read();
		}
		return this.brand;
	}

	private Brand read() {
		try {
			var setup = this.http.get().uri(this.source).retrieve().body(JsonNode.class);
			return (setup != null) ? of(setup.at("/data/forum")) : this.brand;
		}
		catch (RestClientException ex) {
			return this.brand;
		}
	}

	private Brand of(JsonNode forum) {
		var accent = forum.path("accent").asString("");
		return new Brand(forum.path("name").asString(this.brand.name()),
				COLOUR.matcher(accent).matches() ? accent : DEFAULT.accent());
	}

	/**
	 * A brand.
	 *
	 * @param name of the forum
	 * @param accent the ground of buttons, such as {@code #0f6b66}
	 */
	public record Brand(String name, String accent) {

		/** The darkest grounds on which white text has a contrast of 4.5. */
		private static final double WHITE_IS_READABLE = 1.05 / 4.5 - 0.05;

		/**
		 * The colour of text on the accent.
		 * @see <a href="https://www.w3.org/TR/WCAG22/#dfn-relative-luminance">WCAG 2.2,
		 * relative luminance</a>
		 */
		public String onAccent() {
			var luminance = 0.2126 * share(1) + 0.7152 * share(3) + 0.0722 * share(5);
			return (luminance <= WHITE_IS_READABLE) ? "#ffffff" : "#000000";
		}

		private double share(int at) {
			var part = Integer.parseInt(this.accent.substring(at, at + 2), 16) / 255.0;
			return (part <= 0.04045) ? part / 12.92 : Math.pow((part + 0.055) / 1.055, 2.4);
		}

	}

}
