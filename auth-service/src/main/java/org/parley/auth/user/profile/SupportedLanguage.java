package org.parley.auth.user.profile;

import java.util.List;
import java.util.Locale;
import java.util.Locale.LanguageRange;
import java.util.Optional;
import java.util.ResourceBundle;

import org.jspecify.annotations.Nullable;

/** The languages of pages and mails: English, and those that have a file of messages. */
public final class SupportedLanguage {

	private static final String MESSAGES = "messages";

	private static final ResourceBundle.Control FILES = ResourceBundle.Control
		.getControl(ResourceBundle.Control.FORMAT_PROPERTIES);

	private SupportedLanguage() {
	}

	/**
	 * Returns the first of the wanted languages that Parley has, as general as its
	 * messages are ({@code de} for {@code de-AT}); English if it has none of them.
	 */
	public static Locale of(List<Locale> wanted) {
		return wanted.stream().flatMap((one) -> find(one).stream()).findFirst().orElse(Locale.ENGLISH);
	}

	/**
	 * Returns the first language that Parley has of some texts like the header
	 * {@code Accept-Language}; English if it has none, or they are illegible. Some
	 * directories write underscores.
	 */
	public static Locale read(List<String> texts) {
		return of(texts.stream().flatMap((text) -> parse(text).stream()).toList());
	}

	private static List<Locale> parse(String text) {
		try {
			return LanguageRange.parse(text.strip().replace('_', '-'))
				.stream()
				.map((range) -> Locale.forLanguageTag(range.getRange()))
				.toList();
		}
		catch (IllegalArgumentException ex) {
			return List.of();
		}
	}

	/**
	 * Returns the language of a new account.
	 * @param chosen a BCP 47 tag; null if its owner has chosen none
	 * @throws org.parley.platform.domain.RefusalException 400 about the tag
	 */
	public static Locale chosen(@Nullable String chosen, Locale accepted) {
		return (chosen != null) ? of(List.of(UserProfile.localeOf(chosen))) : accepted;
	}

	private static Optional<Locale> find(Locale wanted) {
		return FILES.getCandidateLocales(MESSAGES, wanted).stream().filter(SupportedLanguage::hasMessages).findFirst();
	}

	private static boolean hasMessages(Locale candidate) {
		var file = FILES.toResourceName(FILES.toBundleName(MESSAGES, candidate), "properties");
		return candidate.equals(Locale.ENGLISH) || (!candidate.getLanguage().isEmpty()
				&& SupportedLanguage.class.getClassLoader().getResource(file) != null);
	}

}
