package org.parley.webhook.provider;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Set;

import org.jspecify.annotations.Nullable;
import org.parley.webhook.mail.MailReports;
import org.parley.webhook.provider.amazon.SnsProvider;
import org.parley.webhook.provider.verification.WebhookProvider;

import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Settings of a provider.
 *
 * @param scheme the signature scheme: {@code hmac}, {@code standard} (Standard Webhooks),
 * {@code github}, {@code stripe}, {@code sendgrid}, {@code mailgun}, {@code sns} (Amazon
 * SNS and SES) or {@code basic} (Postmark, Mailjet)
 * @param secrets signing secrets; several during a rotation, none to disable the
 * provider. For {@code sendgrid} its verification keys, for {@code sns} the ARNs of
 * topics, for {@code basic} {@code user:password}
 * @param idHeader header of the event id, for the scheme {@code hmac}
 * @param timestampHeader header of the time in seconds, for the scheme {@code hmac}
 * @param signatureHeader header of the signature, for the scheme {@code hmac}
 * @param tolerance maximal distance between the signed time and now
 * @param mailReports the format of its reports about mails; null if it sends none
 */
record ProviderSettings(@DefaultValue("hmac") Scheme scheme, @DefaultValue List<String> secrets,
		@DefaultValue("X-Webhook-Id") String idHeader, @DefaultValue("X-Webhook-Timestamp") String timestampHeader,
		@DefaultValue("X-Webhook-Signature") String signatureHeader, @DefaultValue("5m") Duration tolerance,
		@Nullable MailReports mailReports) {

	private static final int MIN_SECRET_LENGTH = 16;

	ProviderSettings {
		secrets = secrets.stream().filter((secret) -> !secret.isBlank()).toList();
		if (secrets.stream().anyMatch((secret) -> secret.length() < MIN_SECRET_LENGTH)) {
			throw new IllegalArgumentException("parley.webhooks.providers: a secret must have at least %d characters"
				.formatted(MIN_SECRET_LENGTH));
		}
	}

	WebhookProvider provider() {
		return switch (this.scheme) {
			case HMAC -> new HmacProvider(this);
			case STANDARD -> new StandardWebhooksProvider(this);
			case GITHUB -> new GitHubProvider(this);
			case STRIPE -> new StripeProvider(this);
			case SENDGRID -> new SendGridProvider(this);
			case MAILGUN -> new MailgunProvider(this);
			case SNS -> new SnsProvider(Set.copyOf(this.secrets), this.tolerance);
			case BASIC -> new BasicAuthProvider(this);
		};
	}

	/** The secrets as keys of an HMAC. */
	List<byte[]> keys() {
		return this.secrets.stream().map((secret) -> secret.getBytes(StandardCharsets.UTF_8)).toList();
	}

	boolean isEnabled() {
		return !this.secrets.isEmpty();
	}

	@Override
	public String toString() {
		return "ProviderSettings[scheme=%s, secrets=***]".formatted(this.scheme);
	}

	/** The signature schemes. */
	enum Scheme {

		/** {@code id.timestamp.body} in hexadecimal, with configurable headers. */
		HMAC,
		/** Standard Webhooks 1.0. */
		STANDARD,
		/** The body in hexadecimal. */
		GITHUB,
		/** {@code timestamp.body} in hexadecimal, both in one header. */
		STRIPE,
		/** Timestamp and body, by ECDSA. */
		SENDGRID,
		/** Timestamp and token, in the body. */
		MAILGUN,
		/** Most values of the body, by RSA and a certificate of Amazon. */
		SNS,
		/** Nothing is signed; the request has credentials. */
		BASIC

	}

}
