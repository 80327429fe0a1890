package org.parley.webhook.http;

import java.time.Duration;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How requests to others are made.
 *
 * @param allowPrivateAddresses whether they may go to this machine and its neighbours;
 * for development
 * @param allowHttp whether they may go unencrypted; for development
 * @param connectTimeout how long a connection may take
 * @param timeout how long all of it may take
 */
@ConfigurationProperties("parley.webhooks")
public record WebhookHttpSettings(@DefaultValue("false") boolean allowPrivateAddresses,
		@DefaultValue("false") boolean allowHttp, @DefaultValue("5s") Duration connectTimeout,
		@DefaultValue("15s") Duration timeout) {
}
