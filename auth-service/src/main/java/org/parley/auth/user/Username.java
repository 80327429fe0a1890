package org.parley.auth.user;

import java.text.Normalizer;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.parley.platform.web.problem.ProblemException;

/**
 * A username: 3 to 30 letters, digits, {@code _} or {@code -}, unique without regard to
 * case, and none that could be taken for one of ours.
 *
 * @param text as its owner writes it
 */
public record Username(String text) {

	/** What a username looks like. */
	public static final String FORM = "[A-Za-z0-9_-]{3,30}";

	private static final Pattern FORMED = Pattern.compile(FORM);

	private static final int LONGEST = 30;

	private static final Set<String> RESERVED = Stream
		.of("abuse", "account", "admin", "administrator", "admins", "anonymous", "api", "auth", "bot", "deleted",
				"deleted-user", "everyone", "guest", "help", "hostmaster", "info", "login", "logout", "mail", "me",
				"mod", "moderation", "moderator", "moderators", "nobody", "null", "official", "owner", "parley",
				"parleyteam", "postmaster", "register", "root", "security", "settings", "staff", "superuser", "support",
				"sysadmin", "system", "team", "undefined", "user", "users", "webmaster")
		.map(Username::skeleton)
		.collect(Collectors.toUnmodifiableSet());

	/** Reserved names that say what an administrator is. */
	private static final Set<String> OF_ADMINISTRATORS = Set.of("admin", "administrator", "hostmaster", "owner", "root",
			"superuser", "sysadmin", "webmaster");

	/**
	 * A name that the first administrator chose: one that says so, too.
	 * @param property of the name in the request
	 * @throws ProblemException 400 when it is reserved for something else
	 */
	public static Username ofAdministrator(String property, String text) {
		if (isReserved(text) && !OF_ADMINISTRATORS.contains(keyOf(text))) {
			throw reserved(property);
		}
		return new Username(text);
	}

	/**
	 * A name that somebody chose.
	 * @throws ProblemException 400 when it is reserved, or could be taken for a reserved
	 * one
	 */
	public static Username chosen(String text) {
		if (isReserved(text)) {
			throw reserved("username");
		}
		return new Username(text);
	}

	/** The name that a display name suggests; it may be taken. */
	public static Username suggestedBy(String displayName) {
		var plain = Normalizer.normalize(displayName, Normalizer.Form.NFKD)
			.replaceAll("\\p{M}", "")
			.toLowerCase(Locale.ROOT)
			.replaceAll("[^a-z0-9_]+", "-");
		var cut = plain.substring(0, Math.min(plain.length(), LONGEST)).replaceAll("^[-_]+|[-_]+$", "");
		return new Username((cut.length() < 3 || isReserved(cut)) ? "member" : cut);
	}

	/** This name with an ending, cut so that it fits. */
	public Username with(String ending) {
		return new Username(this.text.substring(0, Math.min(this.text.length(), LONGEST - ending.length())) + ending);
	}

	/** What two names must differ in. */
	public String key() {
		return keyOf(this.text);
	}

	static String keyOf(String text) {
		return text.toLowerCase(Locale.ROOT);
	}

	static boolean isFormed(String text) {
		return FORMED.matcher(text).matches();
	}

	private static ProblemException reserved(String property) {
		return ProblemException.field(property, "username.reserved", "is reserved");
	}

	private static boolean isReserved(String text) {
		return RESERVED.contains(skeleton(text));
	}

	/**
	 * What is left of a name for a quick eye.
	 *
	 * @see <a href="https://www.unicode.org/reports/tr39/#Confusable_Detection">UTS 39,
	 * section 4</a>
	 */
	private static String skeleton(String text) {
		var plain = keyOf(text).replaceAll("[-_]", "").replace("rn", "m").replace("vv", "w");
		return plain.replace('0', 'o')
			.replace('1', 'l')
			.replace('i', 'l')
			.replace('3', 'e')
			.replace('4', 'a')
			.replace('5', 's')
			.replace('7', 't')
			.replace('8', 'b');
	}

}
