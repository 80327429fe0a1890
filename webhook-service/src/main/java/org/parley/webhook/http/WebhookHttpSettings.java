package org.parley.webhook.http;

import java.time.Duration;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Settings for requests to endpoints.
 *
 * @param allowPrivateAddresses whether private addresses are allowed; for development
 * @param allowHttp whether unencrypted requests are allowed; for development
 * @param connectTimeout time limit of connecting
 * @param timeout time limit of the whole request
 */
@ConfigurationProperties("parley.webhooks")
public record WebhookHttpSettings(@DefaultValue("false") boolean allowPrivateAddresses,
		@DefaultValue("false") boolean allowHttp, @DefaultValue("5s") Duration connectTimeout,
		@DefaultValue("15s") Duration timeout) {
}
