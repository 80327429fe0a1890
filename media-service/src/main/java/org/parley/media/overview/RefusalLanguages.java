package org.parley.media.overview;

import java.util.Locale;
import java.util.stream.Stream;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.web.servlet.LocaleResolver;
import org.springframework.web.servlet.i18n.AcceptHeaderLocaleResolver;

/**
 * The languages that have a file of messages, of which a reader gets the first wanted
 * one.
 */
@Configuration(proxyBeanMethods = false)
class RefusalLanguages {

	@Bean
	LocaleResolver localeResolver() {
		var languages = new AcceptHeaderLocaleResolver();
		languages.setSupportedLocales(
				Stream.of("en", "de", "fr", "es", "pt", "ar", "ja", "tr").map(Locale::forLanguageTag).toList());
		languages.setDefaultLocale(Locale.ENGLISH);
		return languages;
	}

}
