package org.parley.notification.mail.unsubscribe;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Locale;

import org.parley.notification.mail.brand.ForumBrand;
import org.parley.platform.domain.Ids;
import org.thymeleaf.ITemplateEngine;
import org.thymeleaf.context.Context;

import org.springframework.beans.factory.annotation.Value;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Component;

/**
 * The page to unsubscribe from mails. It works without scripts and without signing in,
 * and does not tell other sites its address, which is a secret.
 */
@Component
class UnsubscribePage {

	private final ITemplateEngine templates;

	private final ForumBrand forumBrand;

	private final URI site;

	UnsubscribePage(ITemplateEngine templates, ForumBrand forumBrand, @Value("${parley.public-url}") URI site) {
		this.templates = templates;
		this.forumBrand = forumBrand;
		this.site = site;
	}

	/**
	 * Shows the page.
	 * @param done whether the user has unsubscribed; otherwise it asks
	 */
	ResponseEntity<String> show(Locale locale, boolean done) {
		var nonce = Ids.next();
		var context = new Context(locale);
		context.setVariable("language", locale.toLanguageTag());
		context.setVariable("done", done);
		context.setVariable("nonce", nonce);
		context.setVariable("site", this.site);
		context.setVariable("brand", this.forumBrand.get());
		context.setVariable("settings", this.site + "/settings/notifications");
		return ResponseEntity.ok()
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

}
