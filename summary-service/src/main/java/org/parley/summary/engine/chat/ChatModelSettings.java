package org.parley.summary.engine.chat;

import java.net.URI;
import java.time.Duration;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.util.StringUtils;

/**
 * Where the model is, if there is one.
 *
 * @param url base of an API that speaks as OpenAI's does, such as
 * {@code https://api.openai.com/v1}; empty for none
 * @param key for it; empty where none is needed
 * @param chatModel the model's name; empty for none
 * @param connectTimeout how long to wait for a connection
 * @param timeout how long to wait for an answer
 */
@ConfigurationProperties("parley.ai")
public record ChatModelSettings(@DefaultValue("") String url, @DefaultValue("") String key,
		@DefaultValue("") String chatModel, @DefaultValue("2s") Duration connectTimeout,
		@DefaultValue("20s") Duration timeout) {

	private static final int LONGEST_NAME = 100;

	public ChatModelSettings {
		if (!url.isBlank() && !isWeb(url)) {
			throw new IllegalArgumentException("parley.ai.url (PARLEY_AI_URL) must be an http or https address");
		}
		if (chatModel.length() > LONGEST_NAME) {
			throw new IllegalArgumentException(
					"parley.ai.chat-model (PARLEY_AI_CHAT_MODEL) must have at most 100 characters");
		}
		requireSome("parley.ai.connect-timeout", connectTimeout);
		requireSome("parley.ai.timeout", timeout);
	}

	/** Whether there is a model. */
	public boolean isSet() {
		return !this.url.isBlank() && !this.chatModel.isBlank();
	}

	/** Where questions go. */
	URI completions() {
		return URI.create(StringUtils.trimTrailingCharacter(this.url, '/') + "/chat/completions");
	}

	@Override
	public String toString() {
		return "ChatModelSettings[url=%s, key=***, chatModel=%s]".formatted(this.url, this.chatModel);
	}

	private static void requireSome(String name, Duration duration) {
		if (!duration.isPositive() || duration.compareTo(Duration.ofMinutes(5)) > 0) {
			throw new IllegalArgumentException(name + " must be more than nothing and at most 5m");
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
