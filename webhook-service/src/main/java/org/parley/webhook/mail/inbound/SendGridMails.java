package org.parley.webhook.mail.inbound;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.regex.Pattern;

import jakarta.mail.MessagingException;
import jakarta.mail.internet.InternetHeaders;
import org.parley.webhook.mail.inbound.AuthenticationResults.Method;
import org.parley.webhook.mail.inbound.MimeMail.MailCharset;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.MissingNode;

/**
 * Mails of SendGrid's Inbound Parse, parsed or raw.
 *
 * @see <a href=
 * "https://www.twilio.com/docs/sendgrid/for-developers/parsing-email/setting-up-the-inbound-parse-webhook">
 * Inbound Email Parse Webhook</a>
 */
final class SendGridMails implements InboundMailFormat {

	/** The result for a domain: {@code {@example.org : pass}}. */
	private static final Pattern DKIM = Pattern.compile("@([A-Za-z0-9.-]{1,253})\\s*:\\s*([a-z]{1,20})");

	@Override
	public Optional<InboundMail> read(MailRequest request) {
		if (!request.isForm()) {
			return Optional.empty();
		}
		var form = FormFields.of(request.contentType(), request.body());
		var envelope = json(form.get("envelope"));
		var recipients = envelope.path("to").valueStream().map(JsonNode::asString).toList();
		if (recipients.isEmpty()) {
			return Optional.empty();
		}
		return Optional.of(mail(form, recipients, results(form, envelope)));
	}

	private static InboundMail mail(FormFields form, List<String> recipients, AuthenticationResults results) {
		var raw = form.bytes("email");
		if (raw != null) {
			var mail = MimeMail.of(raw);
			return new InboundMail(mail.headers(), recipients, mail.content(), mail.pictures(), results);
		}
		var charsets = json(form.get("charsets"));
		var pictures = form.pictures(json(form.get("content-ids")));
		var content = InboundMail.Content.of(text(form, "subject", charsets), text(form, "text", charsets),
				text(form, "html", charsets), pictures);
		return new InboundMail(headers(form.get("headers")), recipients, content, pictures, results);
	}

	private static AuthenticationResults results(FormFields form, JsonNode envelope) {
		var results = new AuthenticationResults().add(Method.SPF, form.find("SPF"), envelope.path("from").asString(""));
		DKIM.matcher(form.get("dkim"))
			.results()
			.forEach((dkim) -> results.add(Method.DKIM, dkim.group(2), dkim.group(1)));
		return results;
	}

	static InternetHeaders headers(String block) {
		try {
			return new InternetHeaders(
					new ByteArrayInputStream((block.strip() + "\r\n\r\n").getBytes(StandardCharsets.UTF_8)), true);
		}
		catch (MessagingException ex) {
			throw new MalformedMailException(ex);
		}
	}

	private static String text(FormFields form, String name, JsonNode charsets) {
		return Objects.requireNonNullElse(form.find(name, MailCharset.of(charsets.path(name).asString("UTF-8"))), "");
	}

	private static JsonNode json(String text) {
		try {
			return JsonMapper.shared().readTree(text);
		}
		catch (JacksonException ex) {
			return MissingNode.getInstance();
		}
	}

}
