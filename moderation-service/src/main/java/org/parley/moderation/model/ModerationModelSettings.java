package org.parley.moderation.model;

import java.net.URI;
import java.time.Duration;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.util.StringUtils;

/**
 * The outside model, which speaks OpenAI's protocol.
 *
 * @param url its base address, such as {@code https://api.openai.com/v1}; empty for none
 * @param key of our account there; empty where none is needed
 * @param moderationModel which model looks at posts
 * @param connectTimeout how long to wait for a connection
 * @param readTimeout how long to wait for an answer
 * @param attempts how often to ask before giving up
 * @param firstDelay before the second attempt; doubled before the next
 * @param longestDelay beyond which nobody waits for another attempt
 * @param callsPerMinute how many calls an instance makes at most
 * @param price of a million tokens, in whatever currency; 0 where it costs nothing
 * @param circuit when to stop asking for a while
 */
@ConfigurationProperties("parley.ai")
record ModerationModelSettings(@DefaultValue("") String url, @DefaultValue("") String key,
		@DefaultValue("omni-moderation-latest") String moderationModel, @DefaultValue("2s") Duration connectTimeout,
		@DefaultValue("10s") Duration readTimeout, @DefaultValue("3") int attempts,
		@DefaultValue("500ms") Duration firstDelay, @DefaultValue("10s") Duration longestDelay,
		@DefaultValue("300") int callsPerMinute, @DefaultValue("0") double price, @DefaultValue Circuit circuit) {

	ModerationModelSettings {
		url = StringUtils.trimTrailingCharacter(url.strip(), '/');
		require(url.isEmpty() || isWeb(url), "parley.ai.url (PARLEY_AI_URL) must be an http or https address");
		require(attempts >= 1 && attempts <= 10, "parley.ai.attempts must be 1 to 10");
		require(callsPerMinute >= 1, "parley.ai.calls-per-minute must be at least 1");
	}

	boolean isPresent() {
		return !this.url.isEmpty();
	}

	/** The longest that one question may take, with all attempts. */
	Duration longest() {
		var attempt = this.connectTimeout.plus(this.readTimeout).plus(this.longestDelay);
		return attempt.multipliedBy(this.attempts);
	}

	@Override
	public String toString() {
		return "ModerationModelSettings[url=" + this.url + ", key=***, moderationModel=" + this.moderationModel + "]";
	}

	private static boolean isWeb(String url) {
		try {
			var address = URI.create(url);
			return address.getHost() != null
					&& ("http".equals(address.getScheme()) || "https".equals(address.getScheme()));
		}
		catch (IllegalArgumentException ex) {
			return false;
		}
	}

	private static void require(boolean holds, String message) {
		if (!holds) {
			throw new IllegalArgumentException(message);
		}
	}

	/**
	 * When to stop asking for a while.
	 *
	 * @param window how many of the latest calls are looked at
	 * @param calls how many there must be before it opens
	 * @param failures how many of a hundred open it
	 * @param pause for how long it stays open
	 */
	record Circuit(@DefaultValue("20") int window, @DefaultValue("5") int calls, @DefaultValue("50") int failures,
			@DefaultValue("30s") Duration pause) {
	}

}
