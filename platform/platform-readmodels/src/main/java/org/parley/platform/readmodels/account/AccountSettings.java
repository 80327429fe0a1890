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
 * @param timeout how long a question may wait for its turn, and for its answer; both are
 * together below the gateway's timeout, and a service that has just started is slow
 */
@Validated
@ConfigurationProperties("parley.account-lookup")
record AccountSettings(@NotNull URI url, @DefaultValue("4s") Duration timeout) {
}
