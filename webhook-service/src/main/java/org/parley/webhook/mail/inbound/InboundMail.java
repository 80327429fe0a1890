package org.parley.webhook.mail.inbound;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

import jakarta.mail.internet.AddressException;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.InternetHeaders;
import org.jspecify.annotations.Nullable;

/**
 * A mail that somebody has sent to this installation.
 *
 * @param recipients the addresses that it was delivered to
 * @param content its subject and text
 * @param pictures its first pictures
 * @param results what the receiving server says of its author
 */
public record InboundMail(InternetHeaders headers, List<String> recipients, Content content, List<MailPicture> pictures,
		AuthenticationResults results) {

	private static final int MAX_PICTURES = 10;

	private static final Pattern MESSAGE_ID = Pattern.compile("<[^<>\\s]{1,990}>");

	private static final Pattern ADDRESS = Pattern.compile("<([^<>@\\s]{1,64}@[^<>@\\s]{1,255})>");

	public InboundMail {
		pictures = pictures.stream().limit(MAX_PICTURES).toList();
	}

	/**
	 * The only author; empty if there is none or several. Programs forget to quote a name
	 * with a comma, before the only address.
	 */
	public Optional<String> author() {
		var from = String.join(",", all("From"));
		try {
			var authors = InternetAddress.parseHeader(from, false);
			if (authors.length == 1 && authors[0].getAddress().indexOf('@') > 0) {
				return Optional.of(authors[0].getAddress());
			}
		}
		catch (AddressException ex) {
			// Its only address counts.
		}
		var address = ADDRESS.matcher(from);
		return (from.indexOf('@') == from.lastIndexOf('@') && address.find()) ? Optional.of(address.group(1))
				: Optional.empty();
	}

	/** Its Message-ID, if it has one. */
	public @Nullable String messageId() {
		return all("Message-ID").stream()
			.flatMap((value) -> MESSAGE_ID.matcher(value).results())
			.map(MatchResult::group)
			.findFirst()
			.orElse(null);
	}

	/** All values of a header, in their order. */
	List<String> all(String name) {
		return values(this.headers, name);
	}

	static List<String> values(InternetHeaders headers, String name) {
		var values = headers.getHeader(name);
		return (values != null) ? List.of(values) : List.of();
	}

	/**
	 * The value of the first header with a name: servers add theirs before those of the
	 * mail.
	 */
	static Optional<String> first(InternetHeaders headers, String name) {
		return values(headers, name).stream().findFirst();
	}

	/** The part of an address behind the at sign, in lower case. */
	static String domainOf(String address) {
		return address.substring(address.lastIndexOf('@') + 1).strip().toLowerCase(Locale.ROOT);
	}

	/**
	 * What a mail says.
	 *
	 * @param text plain text; empty if there is only HTML
	 * @param html empty if there is a plain text, unless only the HTML says where
	 * pictures stand
	 */
	public record Content(String subject, String text, String html) {

		static final int MAX_TEXT = 200_000;

		static final int MAX_HTML = 500_000;

		private static final int MAX_SUBJECT = 1_000;

		public Content {
			subject = truncate(subject, MAX_SUBJECT);
			html = truncate(html, MAX_HTML);
			text = truncate(text, MAX_TEXT);
		}

		/** The content with the HTML if it is needed. */
		static Content of(String subject, String text, String html, List<MailPicture> pictures) {
			var isNeeded = text.isBlank() || pictures.stream().anyMatch((picture) -> picture.isShownIn(html));
			return new Content(subject, text, isNeeded ? html : "");
		}

		private static String truncate(String text, int max) {
			if (text.length() <= max) {
				return text;
			}
			return text.substring(0, Character.isHighSurrogate(text.charAt(max - 1)) ? max - 1 : max);
		}

	}

}
