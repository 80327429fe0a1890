package org.parley.platform.readmodels.account;

import java.net.URI;
import java.time.Duration;

import jakarta.validation.constraints.NotNull;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * Where a service asks for accounts whose events have not arrived.
 *
 * @param url the URL at auth-service
 * @param timeout how long it may take to connect, and to answer
 */
@Validated
@ConfigurationProperties("parley.account-lookup")
record AccountSettings(@NotNull URI url, @DefaultValue("1s") Duration timeout) {
}
