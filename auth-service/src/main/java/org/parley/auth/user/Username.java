package org.parley.auth.user;

import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.parley.platform.domain.RefusalException;
import org.parley.platform.text.name.LatinName;
import org.parley.platform.text.name.OfficialNames;

/**
 * A username: 3 to 30 letters, digits, {@code _} or {@code -}, unique regardless of case,
 * and not confusable with a reserved name.
 *
 * @param text the name as its owner writes it
 */
public record Username(String text) {

	/** The regular expression of a username. */
	public static final String FORM = "[A-Za-z0-9_-]{3,30}";

	private static final Pattern FORMED = Pattern.compile(FORM);

	private static final int LONGEST = 30;

	private static final Set<String> RESERVED = Stream
		.of("abuse", "account", "admin", "administrator", "admins", "anonymous", "api", "auth", "bot", "deleted",
				"deleted-user", "directory", "everyone", "export", "find", "guest", "help", "hostmaster", "import",
				"info", "login", "logout", "mail", "me", "mod", "moderation", "moderator", "moderators", "new",
				"nobody", "null", "official", "owner", "parley", "parleyteam", "postmaster", "register", "root",
				"security", "settings", "staff", "superuser", "support", "sysadmin", "system", "team", "undefined",
				"user", "users", "webmaster")
		.map(OfficialNames::skeleton)
		.collect(Collectors.toUnmodifiableSet());

	/** Reserved names that the first administrator may choose. */
	private static final Set<String> OF_ADMINISTRATORS = Set.of("admin", "administrator", "hostmaster", "owner", "root",
			"superuser", "sysadmin", "webmaster");

	/**
	 * Validates the name that the first administrator chose.
	 * @throws RefusalException 400 {@code username.reserved}
	 */
	public static Username ofAdministrator(String property, String text) {
		if (isReserved(text) && !OF_ADMINISTRATORS.contains(keyOf(text))) {
			throw reserved(property);
		}
		return new Username(text);
	}

	/**
	 * Validates the name that a user chose.
	 * @throws RefusalException 400 {@code username.reserved} if the name is reserved or
	 * confusable with a reserved one
	 */
	public static Username chosen(String text) {
		if (isReserved(text)) {
			throw reserved("username");
		}
		return new Username(text);
	}

	/**
	 * Derives a name from a display name of any script; it may be taken.
	 */
	public static Username suggestedBy(String displayName) {
		var plain = LatinName.transliterate(displayName).replace(' ', '-');
		var cut = plain.substring(0, Math.min(plain.length(), LONGEST)).replaceAll("^[-_]+|[-_]+$", "");
		return new Username((cut.length() < 3 || isReserved(cut)) ? "member" : cut);
	}

	/** Appends a suffix and shortens the name to fit. */
	public Username withSuffix(String suffix) {
		return new Username(this.text.substring(0, Math.min(this.text.length(), LONGEST - suffix.length())) + suffix);
	}

	/** The form by which names are compared: lower case, and wide letters as others. */
	public String key() {
		return keyOf(this.text);
	}

	static String keyOf(String text) {
		return LatinName.fold(text);
	}

	static boolean isFormed(String text) {
		return FORMED.matcher(text).matches();
	}

	private static RefusalException reserved(String property) {
		return RefusalException.field(property, "username.reserved", "is reserved");
	}

	private static boolean isReserved(String text) {
		return RESERVED.contains(OfficialNames.skeleton(text));
	}

}
