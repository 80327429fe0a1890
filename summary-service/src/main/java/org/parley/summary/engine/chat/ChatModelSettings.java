package org.parley.summary.engine.chat;

import java.time.Duration;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Settings of the chat model.
 *
 * @param chatModel the name of the model; empty for no model
 * @param timeout the read timeout, at most 5 minutes
 */
@ConfigurationProperties("parley.ai")
public record ChatModelSettings(@DefaultValue("") String chatModel, @DefaultValue("20s") Duration timeout) {

	private static final int MAX_NAME_LENGTH = 100;

	public ChatModelSettings {
		if (chatModel.length() > MAX_NAME_LENGTH) {
			throw new IllegalArgumentException(
					"parley.ai.chat-model (PARLEY_AI_CHAT_MODEL) must have at most 100 characters");
		}
		if (!timeout.isPositive() || timeout.compareTo(Duration.ofMinutes(5)) > 0) {
			throw new IllegalArgumentException("parley.ai.timeout must be positive and at most 5m");
		}
	}

	/** Whether a model is named. */
	public boolean isPresent() {
		return !this.chatModel.isBlank();
	}

}
