package org.parley.realtime.message;

import java.net.URI;
import java.time.Duration;

import jakarta.validation.constraints.NotNull;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * Settings of the ways to and from chat-service.
 *
 * @param service the address of chat-service
 * @param channel the Redis channel of chat-service for events while the broker is away
 * @param timeout how long it may take to connect, and to answer
 */
@Validated
@ConfigurationProperties("parley.realtime.messages")
record MessageSenderSettings(@NotNull URI service, @NotNull String channel, @DefaultValue("5s") Duration timeout) {
}
