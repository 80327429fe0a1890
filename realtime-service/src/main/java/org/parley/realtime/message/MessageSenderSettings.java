package org.parley.realtime.message;

import java.net.URI;
import java.time.Duration;

import jakarta.validation.constraints.NotNull;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * Settings of sent messages.
 *
 * @param service the address of chat-service
 * @param timeout how long it may take to connect, and to answer
 */
@Validated
@ConfigurationProperties("parley.realtime.messages")
record MessageSenderSettings(@NotNull URI service, @DefaultValue("5s") Duration timeout) {
}
