package org.parley.realtime.personaltoken;

import java.net.URI;
import java.time.Duration;

import jakarta.validation.constraints.NotNull;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * The exchange of personal access tokens.
 *
 * @param exchange the URL at auth-service
 * @param timeout how long it may take to connect, and to answer
 */
@Validated
@ConfigurationProperties("parley.realtime.personal-tokens")
record SocketTokenExchangeSettings(@NotNull URI exchange, @DefaultValue("2s") Duration timeout) {
}
