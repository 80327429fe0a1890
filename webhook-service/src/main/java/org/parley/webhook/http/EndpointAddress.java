package org.parley.webhook.http;

import java.util.Optional;

import org.parley.platform.security.outbound.OutboundAddressRule;

import org.springframework.stereotype.Component;

/** Checks URLs of endpoints when they are set, before the first request. */
@Component
public class EndpointAddress {

	private final OutboundAddressRule rule;

	EndpointAddress(WebhookHttpSettings settings) {
		this.rule = new OutboundAddressRule(settings.allowHttp(), settings.allowPrivateAddresses());
	}

	/** The problem of a URL as a validation message; empty if it is valid. */
	public Optional<String> findProblem(String url) {
		return this.rule.findProblem(url);
	}

}
