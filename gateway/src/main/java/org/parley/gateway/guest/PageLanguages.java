package org.parley.gateway.guest;

import java.util.List;
import java.util.Locale;
import java.util.Optional;

import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.LoadingCache;
import org.jspecify.annotations.Nullable;

import org.springframework.http.HttpHeaders;

/**
 * Chooses the language of a guest's page, so that readers of the same language share an
 * answer however their browsers ask for it. The web client gets the choice as the only
 * accepted language.
 */
class PageLanguages {

	/** The cookie with the language that a reader has chosen in the footer of a page. */
	private static final String COOKIE = "parley_language=";

	/** Longer ones are not those of browsers and take long to parse. */
	private static final int LONGEST = 200;

	private final List<String> languages;

	/**
	 * Browsers send few different lists, and parsing one takes longer than sending a
	 * page.
	 */
	private final LoadingCache<String, Optional<String>> known = Caffeine.newBuilder()
		.maximumSize(1_000)
		.build(this::lookUp);

	PageLanguages(List<String> languages) {
		this.languages = List.copyOf(languages);
	}

	/**
	 * Returns the language of a guest.
	 * @return null when the reader has another cookie, or the headers are unusual
	 */
	@Nullable String of(HttpHeaders headers) {
		var cookies = headers.getOrEmpty(HttpHeaders.COOKIE);
		return cookies.isEmpty() ? accepted(headers.getOrEmpty(HttpHeaders.ACCEPT_LANGUAGE)) : chosen(cookies);
	}

	private @Nullable String chosen(List<String> cookies) {
		var cookie = cookies.getFirst();
		if (cookies.size() > 1 || !cookie.startsWith(COOKIE)) {
			return null;
		}
		var language = cookie.substring(COOKIE.length());
		return this.languages.contains(language) ? language : null;
	}

	private @Nullable String accepted(List<String> headers) {
		if (headers.isEmpty() || headers.getFirst().isBlank()) {
			return this.languages.getFirst();
		}
		return (headers.size() > 1 || headers.getFirst().length() > LONGEST) ? null
				: this.known.get(headers.getFirst()).orElse(null);
	}

	/** Empty when the list is malformed. */
	private Optional<String> lookUp(String accepted) {
		try {
			var found = Locale.lookupTag(Locale.LanguageRange.parse(accepted), this.languages);
			return Optional.of((found != null) ? found : this.languages.getFirst());
		}
		catch (IllegalArgumentException _) {
			return Optional.empty();
		}
	}

}
