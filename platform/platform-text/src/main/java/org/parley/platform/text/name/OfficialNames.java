package org.parley.platform.text.name;

import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import com.ibm.icu.text.SpoofChecker;

/**
 * Names that speak for the forum, and names that people could confuse with them.
 *
 * @see <a href="https://www.unicode.org/reports/tr39/#Confusable_Detection">UTS 39,
 * section 4</a>
 */
public final class OfficialNames {

	private static final SpoofChecker CONFUSABLES = new SpoofChecker.Builder().build();

	private static final Pattern NO_LETTERS = Pattern.compile("[^\\p{L}\\p{N}]+");

	/** Signs that set a title apart from a name. */
	private static final Pattern APART = Pattern.compile("[\\p{Ps}\\p{Pe}\\p{Pi}\\p{Pf}<>|/\\\\•·:~*]| [-–—] ");

	/** The titles of staff, in the languages of many forums. */
	private static final Set<String> TITLES = skeletons("abuse", "admin", "administrator", "administrators", "admins",
			"hostmaster", "mod", "mods", "moderation", "moderator", "moderators", "official", "operator", "owner",
			"parley", "parleyteam", "postmaster", "root", "security", "staff", "superuser", "support", "sysadmin",
			"system", "webmaster", "administrateur", "administratrice", "administrador", "administradora",
			"administratorin", "amministratore", "beheerder", "moderateur", "moderatrice", "moderador", "moderadora",
			"moderatore", "moderatorin", "администратор", "админ", "модератор", "адміністратор", "адмін",
			"διαχειριστής", "مدير", "مشرف", "مدیر", "מנהל", "管理员", "管理員", "版主", "管理人", "管理者", "モデレーター", "운영자", "관리자",
			"प्रशासक", "quảntrịviên", "yönetici", "adminteam", "modteam", "moderatorteam", "supportteam", "theadmin",
			"parleyadmin", "parleymoderator", "parleysupport", "forumadmin", "siteadmin", "forumteam", "siteteam");

	/** Words that add nothing to a title. */
	private static final Set<String> FILLERS = skeletons("a", "an", "the", "of", "our", "your", "this", "forum",
			"forums", "site", "team", "community", "global", "head", "chief", "senior", "super", "account", "bot",
			"deleted", "user", "service", "der", "die", "das", "le", "la", "el");

	/** Among them the names of erased accounts, as pages show them. */
	private static final Set<String> OF_NOBODY = skeletons("anonymous", "deleteduser", "everyone", "nobody", "null",
			"undefined", "gelöschternutzer", "usuarioeliminado", "utilisateursupprimé", "usuárioexcluído",
			"silinmişkullanıcı", "مستخدممحذوف", "削除されたユーザー");

	private OfficialNames() {
	}

	/**
	 * Checks whether people could take a name for that of staff or of the forum: a title,
	 * with or without words around it that add nothing or a number behind it, however it
	 * is spelled; or a name with a title that is set apart from it.
	 */
	public static boolean isOfficial(String name) {
		return Stream.concat(Stream.of(name), APART.splitAsStream(name))
			.flatMap((part) -> Stream.of(part, LatinName.fold(part)))
			.anyMatch((part) -> OF_NOBODY.contains(skeleton(part)) || isTitle(part) || isTitle(withoutNumber(part)));
	}

	/** The name up to its last letter. */
	private static String withoutNumber(String name) {
		var end = name.length();
		while (end > 0 && !Character.isLetter(name.codePointBefore(end))) {
			end -= Character.charCount(name.codePointBefore(end));
		}
		return name.substring(0, end);
	}

	private static boolean isTitle(String name) {
		if (TITLES.contains(skeleton(name))) {
			return true;
		}
		var words = NO_LETTERS.splitAsStream(name)
			.map(OfficialNames::skeleton)
			.filter((word) -> !word.isEmpty())
			.toList();
		return words.stream().anyMatch(TITLES::contains)
				&& words.stream().allMatch((word) -> TITLES.contains(word) || FILLERS.contains(word));
	}

	/** Maps names that look alike to the same text; spaces and signs do not count. */
	public static String skeleton(String name) {
		var letters = NO_LETTERS.matcher(name).replaceAll("");
		// Skeletons are decomposed, so that accents are signs, too.
		return LatinName.fold(NO_LETTERS.matcher(CONFUSABLES.getSkeleton(letters)).replaceAll(""))
			.replace("rn", "m")
			.replace("vv", "w")
			.replace('0', 'o')
			.replace('1', 'l')
			.replace('i', 'l')
			.replace('3', 'e')
			.replace('4', 'a')
			.replace('5', 's')
			.replace('7', 't')
			.replace('8', 'b');
	}

	private static Set<String> skeletons(String... names) {
		return Stream.of(names).map(OfficialNames::skeleton).collect(Collectors.toUnmodifiableSet());
	}

}
