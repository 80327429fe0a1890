package org.parley.summary.engine.chat;

import java.net.URI;
import java.time.Duration;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.util.StringUtils;

/**
 * Settings of the chat model, which has an OpenAI-compatible API.
 *
 * @param url the base URL, such as {@code https://api.openai.com/v1}; empty for no model
 * @param key the API key; empty if the API needs none
 * @param chatModel the name of the model; empty for no model
 * @param connectTimeout the connect timeout, at most 5 minutes
 * @param timeout the read timeout, at most 5 minutes
 */
@ConfigurationProperties("parley.ai")
public record ChatModelSettings(@DefaultValue("") String url, @DefaultValue("") String key,
		@DefaultValue("") String chatModel, @DefaultValue("2s") Duration connectTimeout,
		@DefaultValue("20s") Duration timeout) {

	private static final int MAX_NAME_LENGTH = 100;

	public ChatModelSettings {
		if (!url.isBlank() && !isWeb(url)) {
			throw new IllegalArgumentException("parley.ai.url (PARLEY_AI_URL) must be an http or https URL");
		}
		if (chatModel.length() > MAX_NAME_LENGTH) {
			throw new IllegalArgumentException(
					"parley.ai.chat-model (PARLEY_AI_CHAT_MODEL) must have at most 100 characters");
		}
		requireInRange("parley.ai.connect-timeout", connectTimeout);
		requireInRange("parley.ai.timeout", timeout);
	}

	/** Whether a model is configured. */
	public boolean isSet() {
		return !this.url.isBlank() && !this.chatModel.isBlank();
	}

	URI completionsUri() {
		return URI.create(StringUtils.trimTrailingCharacter(this.url, '/') + "/chat/completions");
	}

	@Override
	public String toString() {
		return "ChatModelSettings[url=%s, key=***, chatModel=%s]".formatted(this.url, this.chatModel);
	}

	private static void requireInRange(String name, Duration duration) {
		if (!duration.isPositive() || duration.compareTo(Duration.ofMinutes(5)) > 0) {
			throw new IllegalArgumentException(name + " must be positive and at most 5m");
		}
	}

	private static boolean isWeb(String url) {
		try {
			var uri = URI.create(url);
			return uri.getHost() != null && ("http".equals(uri.getScheme()) || "https".equals(uri.getScheme()));
		}
		catch (IllegalArgumentException ex) {
			return false;
		}
	}

}
