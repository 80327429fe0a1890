package org.parley.moderation.model;

import java.time.Duration;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Settings of the chat model, which policies may ask for verdicts.
 *
 * @param chatModel the name of the model; empty for none
 * @param chatReadTimeout the read timeout
 * @param chatPrice the price of a million tokens; 0 if free
 */
@ConfigurationProperties("parley.ai")
record ModerationChatSettings(@DefaultValue("") String chatModel, @DefaultValue("20s") Duration chatReadTimeout,
		@DefaultValue("0") double chatPrice) {
}
