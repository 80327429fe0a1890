package org.parley.notification.mail;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/** The languages of mails: those of the message files. */
public final class MailLanguages {

	/** A regular expression of their tags, which messages about it name. */
	public static final String PATTERN = "ar|de|en|es|fr|ja|pt|tr";

	/** All of them, in the order of their tags. */
	public static final List<Locale> ALL = Arrays.stream(PATTERN.split("\\|")).map(Locale::forLanguageTag).toList();

	private MailLanguages() {
	}

	/** The locale itself if mails are in its language, otherwise that of the mails. */
	public static Locale localeOf(Locale wanted) {
		return ALL.stream().anyMatch((known) -> known.getLanguage().equals(wanted.getLanguage())) ? wanted
				: Locale.ENGLISH;
	}

}
