package org.parley.webhook.mail.inbound;

import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;

import jakarta.mail.internet.InternetHeaders;
import org.parley.webhook.mail.inbound.AuthenticationResults.Method;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Mails of Postmark's inbound webhook. The results are those of its spam filter.
 *
 * @see <a href="https://postmarkapp.com/developer/webhooks/inbound-webhook">Inbound
 * webhook</a>
 */
final class PostmarkMails implements InboundMailFormat {

	private static final Pattern ENVELOPE_FROM = Pattern.compile("envelope-from=\"?<?([^\\s;]{1,320})");

	@Override
	public Optional<InboundMail> read(MailRequest request) {
		if (request.isForm()) {
			return Optional.empty();
		}
		var mail = json(request.body());
		if (!mail.path("FromFull").isObject() || mail.has("RecordType")) {
			return Optional.empty();
		}
		var headers = headers(mail);
		var pictures = pictures(mail);
		var content = InboundMail.Content.of(mail.path("Subject").asString(""), mail.path("TextBody").asString(""),
				mail.path("HtmlBody").asString(""), pictures);
		return Optional.of(new InboundMail(headers, recipients(mail), content, pictures, results(headers)));
	}

	private static List<MailPicture> pictures(JsonNode mail) {
		return mail.path("Attachments")
			.valueStream()
			.flatMap((file) -> MailPicture
				.of(file.path("ContentType").asString(""),
						file.path("ContentID").asString("").replaceFirst("^cid:", ""),
						decode(file.path("Content").asString("")))
				.stream())
			.toList();
	}

	private static byte[] decode(String base64) {
		try {
			return Base64.getMimeDecoder().decode(base64);
		}
		catch (IllegalArgumentException ex) {
			throw new MalformedMailException(ex);
		}
	}

	/** The recipient of the envelope; in older webhooks those of the headers. */
	private static List<String> recipients(JsonNode mail) {
		var original = mail.path("OriginalRecipient").asString("");
		return !original.isEmpty() ? List.of(original)
				: Stream.of("ToFull", "CcFull", "BccFull")
					.flatMap((name) -> mail.path(name).valueStream())
					.map((recipient) -> recipient.path("Email").asString(""))
					.toList();
	}

	/** The list of headers has neither the author nor the recipients. */
	private static InternetHeaders headers(JsonNode mail) {
		var headers = new InternetHeaders();
		mail.path("Headers")
			.forEach(
					(header) -> headers.addHeader(header.path("Name").asString(""), header.path("Value").asString("")));
		headers.setHeader("From", "<" + mail.at("/FromFull/Email").asString("") + ">");
		return headers;
	}

	private static AuthenticationResults results(InternetHeaders headers) {
		var results = new AuthenticationResults();
		InboundMail.first(headers, "Received-SPF").ifPresent((value) -> {
			var sender = ENVELOPE_FROM.matcher(value);
			results.add(Method.SPF, value, sender.find() ? sender.group(1).replaceAll("[\">]", "") : null);
		});
		var tests = InboundMail.first(headers, "X-Spam-Tests").orElse("");
		if (tests.contains("DKIM_VALID_AU")) {
			results.add(Method.DKIM, "pass", InboundMail.values(headers, "From").getFirst().replaceAll("[<>]", ""));
		}
		else if (tests.contains("DKIM_INVALID")) {
			results.add(Method.DKIM, "fail", null);
		}
		if (tests.contains("SPF_FAIL")) {
			results.add(Method.SPF, "fail", null);
		}
		return results;
	}

	private static JsonNode json(byte[] body) {
		try {
			return JsonMapper.shared().readTree(body);
		}
		catch (JacksonException ex) {
			throw new MalformedMailException(ex);
		}
	}

}
