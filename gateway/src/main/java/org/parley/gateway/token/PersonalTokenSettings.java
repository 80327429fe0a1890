package org.parley.gateway.token;

import java.net.URI;

import jakarta.validation.constraints.NotNull;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.validation.annotation.Validated;

/**
 * Where personal access tokens are exchanged.
 *
 * @param exchange the address at auth-service
 */
@Validated
@ConfigurationProperties("parley.gateway.personal-tokens")
public record PersonalTokenSettings(@NotNull URI exchange) {
}
