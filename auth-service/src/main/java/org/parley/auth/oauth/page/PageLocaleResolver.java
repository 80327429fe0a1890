package org.parley.auth.oauth.page;

import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServletRequest;
import org.parley.auth.user.profile.SupportedLanguage;

import org.springframework.http.HttpHeaders;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.DispatcherServlet;
import org.springframework.web.servlet.i18n.AcceptHeaderLocaleResolver;
import org.springframework.web.util.WebUtils;

/**
 * Selects the language that the reader has chosen in the web client, else that of the
 * browser.
 */
@Component(DispatcherServlet.LOCALE_RESOLVER_BEAN_NAME)
class PageLocaleResolver extends AcceptHeaderLocaleResolver {

	/** Set by the web client. */
	private static final String COOKIE = "parley_language";

	@Override
	public Locale resolveLocale(HttpServletRequest request) {
		return SupportedLanguage.of(Stream.concat(chosen(request).stream(), accepted(request).stream()).toList());
	}

	/** A request that accepts no language would have that of the machine. */
	private static List<Locale> accepted(HttpServletRequest request) {
		return (request.getHeader(HttpHeaders.ACCEPT_LANGUAGE) != null) ? Collections.list(request.getLocales())
				: List.of();
	}

	private static Optional<Locale> chosen(HttpServletRequest request) {
		return Optional.ofNullable(WebUtils.getCookie(request, COOKIE))
			.map(Cookie::getValue)
			.map(Locale::forLanguageTag)
			.filter((locale) -> !locale.getLanguage().isEmpty());
	}

}
