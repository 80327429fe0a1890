package org.parley.moderation.model;

import java.net.URI;
import java.time.Duration;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.util.StringUtils;

/**
 * Settings of the outside model, which has an OpenAI-compatible API.
 *
 * @param url the base URL, such as {@code https://api.openai.com/v1}; empty for no model
 * @param key the API key; empty if the API needs none
 * @param moderationModel the name of the model
 * @param connectTimeout the connect timeout
 * @param readTimeout the read timeout
 * @param attempts the maximum number of attempts, 1 to 10
 * @param firstDelay the delay before the second attempt; doubles with each attempt
 * @param longestDelay the maximum delay between attempts
 * @param callsPerMinute the maximum number of calls per minute and instance
 * @param price the price of a million tokens in any currency; 0 if free
 * @param circuit the circuit breaker
 */
@ConfigurationProperties("parley.ai")
record ModerationModelSettings(@DefaultValue("") String url, @DefaultValue("") String key,
		@DefaultValue("omni-moderation-latest") String moderationModel, @DefaultValue("2s") Duration connectTimeout,
		@DefaultValue("10s") Duration readTimeout, @DefaultValue("3") int attempts,
		@DefaultValue("500ms") Duration firstDelay, @DefaultValue("10s") Duration longestDelay,
		@DefaultValue("300") int callsPerMinute, @DefaultValue("0") double price, @DefaultValue Circuit circuit) {

	private static final double MILLION = 1_000_000;

	ModerationModelSettings {
		url = StringUtils.trimTrailingCharacter(url.strip(), '/');
		require(url.isEmpty() || isWeb(url), "parley.ai.url (PARLEY_AI_URL) must be an http or https URL");
		require(attempts >= 1 && attempts <= 10, "parley.ai.attempts must be 1 to 10");
		require(callsPerMinute >= 1, "parley.ai.calls-per-minute must be at least 1");
	}

	/** The cost of tokens at the price. */
	double cost(long tokens) {
		return tokens * this.price / MILLION;
	}

	boolean isPresent() {
		return !this.url.isEmpty();
	}

	/** The longest time that a call takes with all attempts. */
	Duration maxDuration() {
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

	private static void require(boolean valid, String message) {
		if (!valid) {
			throw new IllegalArgumentException(message);
		}
	}

	/**
	 * Settings of the circuit breaker.
	 *
	 * @param window the number of latest calls that it considers
	 * @param calls the minimum number of calls before it opens
	 * @param failures the percentage of failures that opens it
	 * @param pause how long it stays open
	 */
	record Circuit(@DefaultValue("20") int window, @DefaultValue("5") int calls, @DefaultValue("50") int failures,
			@DefaultValue("30s") Duration pause) {
	}

}
