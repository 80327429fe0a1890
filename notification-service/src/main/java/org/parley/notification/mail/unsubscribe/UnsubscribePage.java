package org.parley.notification.mail.unsubscribe;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Objects;

import org.jspecify.annotations.Nullable;
import org.parley.notification.mail.MailLanguages;
import org.parley.notification.mail.brand.ForumBrand;
import org.parley.platform.domain.Ids;
import org.thymeleaf.ITemplateEngine;
import org.thymeleaf.context.Context;

import org.springframework.beans.factory.annotation.Value;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Component;

/**
 * The page to unsubscribe from mails. It works without scripts and without signing in,
 * and does not tell other sites its address, which is a secret. Its template lets
 * browsers name this site as the origin of its form, as the gateway wants of those that
 * do not tell where a page is from.
 */
@Component
class UnsubscribePage {

	/** The time to parse languages grows with the square of their number. */
	private static final int LONGEST_LANGUAGES = 200;

	private final ITemplateEngine templates;

	private final ForumBrand forumBrand;

	private final URI site;

	UnsubscribePage(ITemplateEngine templates, ForumBrand forumBrand, @Value("${parley.public-url}") URI site) {
		this.templates = templates;
		this.forumBrand = forumBrand;
		this.site = site;
	}

	/**
	 * The first language of a browser that the page has; English if it has none of them.
	 * @param accepted the header {@code Accept-Language}
	 */
	static Locale localeOf(@Nullable String accepted) {
		if (accepted == null || accepted.length() > LONGEST_LANGUAGES) {
			return Locale.ENGLISH;
		}
		try {
			var wanted = Locale.LanguageRange.parse(accepted);
			return Objects.requireNonNullElse(Locale.lookup(wanted, MailLanguages.ALL), Locale.ENGLISH);
		}
		catch (IllegalArgumentException ex) {
			return Locale.ENGLISH;
		}
	}

	/** Shows the page. */
	ResponseEntity<String> show(Locale locale, State state) {
		var nonce = Ids.next();
		var context = new Context(locale);
		context.setVariable("language", locale.toLanguageTag());
		context.setVariable("state", state.name());
		context.setVariable("nonce", nonce);
		context.setVariable("site", this.site);
		context.setVariable("brand", this.forumBrand.get());
		context.setVariable("settings", this.site + "/settings/notifications");
		return ResponseEntity.status((state == State.UNKNOWN) ? HttpStatus.NOT_FOUND : HttpStatus.OK)
			.contentType(new MediaType(MediaType.TEXT_HTML, StandardCharsets.UTF_8))
			.cacheControl(CacheControl.noStore())
			.header(HttpHeaders.CONTENT_LANGUAGE, locale.toLanguageTag())
			.header("Content-Security-Policy", policy(nonce))
			.header("Referrer-Policy", "no-referrer")
			.body(this.templates.process("unsubscribe.html", context));
	}

	private static String policy(String nonce) {
		return "default-src 'none'; style-src 'nonce-%s'; base-uri 'none'; frame-ancestors 'none'; form-action 'self'"
			.formatted(nonce);
	}

	/** What the page says. */
	enum State {

		/** The user may unsubscribe. */
		ASKING,
		/** The user has unsubscribed. */
		DONE,
		/** The link is invalid. */
		UNKNOWN

	}

}
