package org.parley.gateway.token;

import java.net.URI;

import jakarta.validation.constraints.NotNull;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.validation.annotation.Validated;

/**
 * The exchange of personal access tokens.
 *
 * @param exchange the URL at auth-service
 */
@Validated
@ConfigurationProperties("parley.gateway.personal-tokens")
public record PersonalTokenSettings(@NotNull URI exchange) {
}
