package org.parley.webhook.provider;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.time.Duration;
import java.time.Instant;
import java.util.HexFormat;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;

import org.jspecify.annotations.Nullable;
import org.parley.platform.domain.HmacSha256;
import org.parley.webhook.mail.MailReports;
import org.parley.webhook.mail.inbound.InboundMails;
import org.parley.webhook.provider.amazon.SnsProvider;
import org.parley.webhook.provider.verification.InboundRequest;
import org.parley.webhook.provider.verification.RequiredHeaders;
import org.parley.webhook.provider.verification.SignatureRefusal;
import org.parley.webhook.provider.verification.SignatureRefusedException;
import org.parley.webhook.provider.verification.SignatureTimestamp;
import org.parley.webhook.provider.verification.VerifiedWebhook;
import org.parley.webhook.provider.verification.WebhookProvider;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

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
 * @param inboundMails the format in which it passes mails on; null if it passes none
 */
record ProviderSettings(@DefaultValue("hmac") Scheme scheme, @DefaultValue List<String> secrets,
		@DefaultValue("X-Webhook-Id") String idHeader, @DefaultValue("X-Webhook-Timestamp") String timestampHeader,
		@DefaultValue("X-Webhook-Signature") String signatureHeader, @DefaultValue("5m") Duration tolerance,
		@Nullable MailReports mailReports, @Nullable InboundMails inboundMails) {

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

	/**
	 * Verifies {@code id.timestamp.body}, signed with a shared secret, in hexadecimal.
	 * The names of the headers are configurable.
	 */
	static final class HmacProvider implements WebhookProvider {

		/**
		 * An id must not end with a timestamp, so that the signed text is unambiguous.
		 */
		private static final Pattern ID = Pattern.compile("\\A(?!.*\\.\\d{9,12}$)[!-~]{1,200}");

		private static final Pattern SIGNATURE = Pattern.compile("sha256=([0-9a-fA-F]{64})");

		private final ProviderSettings settings;

		private final List<byte[]> keys;

		HmacProvider(ProviderSettings settings) {
			this.settings = settings;
			this.keys = settings.keys();
		}

		@Override
		public VerifiedWebhook verify(InboundRequest request, Instant now) {
			var id = match(request.header(this.settings.idHeader()), ID);
			var time = match(request.header(this.settings.timestampHeader()), RequiredHeaders.DIGITS);
			var given = HexFormat.of().parseHex(code(request.header(this.settings.signatureHeader())));
			var start = (id + "." + time + ".").getBytes(StandardCharsets.UTF_8);
			var body = request.body();
			if (this.keys.stream().noneMatch((key) -> MessageDigest.isEqual(HmacSha256.of(key, start, body), given))) {
				throw new SignatureRefusedException(SignatureRefusal.BAD_SIGNATURE);
			}
			return new VerifiedWebhook(id, SignatureTimestamp.parse(time, now, this.settings.tolerance()));
		}

		private static String match(@Nullable String value, Pattern form) {
			return RequiredHeaders.match(value, form).group();
		}

		private static String code(@Nullable String signature) {
			return RequiredHeaders.match(signature, SIGNATURE).group(1);
		}

	}

	/**
	 * Verifies webhooks of Stripe: {@code t} and one or more {@code v1} in one header,
	 * with an HMAC over {@code t.body}. Other versions are ignored.
	 *
	 * @see <a href="https://docs.stripe.com/webhooks#verify-manually">Verify webhook
	 * signatures manually</a>
	 */
	static final class StripeProvider implements WebhookProvider {

		private static final Pattern HEADER = Pattern.compile("t=([0-9]{1,18})((?:,v[0-9]=[0-9a-f]{1,128}){1,10})");

		private static final Pattern EVENT = Pattern.compile("evt_[0-9A-Za-z_]{1,190}");

		private static final Pattern CODE = Pattern.compile(",v1=([0-9a-f]{64})(?![0-9a-f])");

		private final ProviderSettings settings;

		private final List<byte[]> keys;

		StripeProvider(ProviderSettings settings) {
			this.settings = settings;
			this.keys = settings.keys();
		}

		@Override
		public VerifiedWebhook verify(InboundRequest request, Instant now) {
			var header = RequiredHeaders.match(request.header("Stripe-Signature"), HEADER);
			var time = header.group(1);
			var start = (time + ".").getBytes(StandardCharsets.US_ASCII);
			var body = request.body();
			var expected = this.keys.stream().map((key) -> HmacSha256.of(key, start, body)).toList();
			if (CODE.matcher(header.group(2))
				.results()
				.map((code) -> HexFormat.of().parseHex(code.group(1)))
				.noneMatch((given) -> expected.stream().anyMatch((code) -> MessageDigest.isEqual(code, given)))) {
				throw new SignatureRefusedException(SignatureRefusal.BAD_SIGNATURE);
			}
			var sentAt = SignatureTimestamp.parse(time, now, this.settings.tolerance());
			var id = EVENT.matcher(idOf(body));
			return id.matches() ? new VerifiedWebhook(id.group(), sentAt) : VerifiedWebhook.ofBody(body, sentAt);
		}

		/**
		 * The id of the event, since other values differ in a repetition; empty without
		 * one.
		 */
		private static String idOf(byte[] body) {
			try {
				return JsonMapper.shared().readTree(body).path("id").asString("");
			}
			catch (JacksonException ex) {
				return "";
			}
		}

	}

}
