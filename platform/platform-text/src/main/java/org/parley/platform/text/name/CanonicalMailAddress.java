package org.parley.platform.text.name;

import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

import com.ibm.icu.text.IDNA;
import com.ibm.icu.text.UnicodeSet;

/**
 * A mail address with the ASCII form of its domain, to which mail servers deliver:
 * {@code user@müller.example} and {@code user@xn--mller-kva.example} are one. Its local
 * part is quoted only if it must be, and the wide sign of other keyboards is its
 * {@code @}. One of other characters than ASCII is no address here: only servers with
 * SMTPUTF8 deliver to it, and the first that lacks it returns the mail to nobody, so that
 * its owner could never verify it.
 *
 * @param text the address, its local part as written
 * @see <a href="https://www.unicode.org/reports/tr46/">Unicode Technical Standard 46</a>
 * @see <a href="https://www.rfc-editor.org/rfc/rfc5321#section-4.1.2">RFC 5321, section
 * 4.1.2</a>
 */
public record CanonicalMailAddress(String text) {

	private static final int LONGEST = 254;

	private static final String ATOM = "[A-Za-z0-9.!#$%&'*+/=?^_`{|}~-]{1,64}";

	private static final String QUOTED = "\"(?:[ !#-\\[\\]-~]|\\\\[ -~]){1,62}\"";

	private static final String LABEL = "[A-Za-z0-9](?:[A-Za-z0-9-]{0,61}[A-Za-z0-9])?";

	private static final Pattern ADDRESS = Pattern
		.compile("(?:" + ATOM + "|" + QUOTED + ")@" + LABEL + "(?:[.]" + LABEL + "){1,126}");

	private static final Pattern UNQUOTABLE = Pattern.compile("\"(" + ATOM + ")\"");

	/** Domains lose these silently; joiners are letters of some. */
	private static final UnicodeSet INVISIBLE = new UnicodeSet("[[:Default_Ignorable_Code_Point:]-[\\u200C\\u200D]]")
		.freeze();

	private static final IDNA DOMAINS = IDNA.getUTS46Instance(IDNA.NONTRANSITIONAL_TO_ASCII | IDNA.USE_STD3_RULES
			| IDNA.CHECK_BIDI | IDNA.CHECK_CONTEXTJ | IDNA.CHECK_CONTEXTO);

	/** Reads an address; empty if it is none. */
	public static Optional<CanonicalMailAddress> parse(String text) {
		return (text.length() <= LONGEST) ? Optional.of(canonical(text))
			.filter((address) -> address.length() <= LONGEST && ADDRESS.matcher(address).matches())
			.map(CanonicalMailAddress::new) : Optional.empty();
	}

	/** The form by which addresses are compared, whatever a person typed. */
	public static String keyOf(String text) {
		return canonical(text).toLowerCase(Locale.ROOT);
	}

	/** Whether a text has characters that nobody sees in it. */
	static boolean hasHiddenCharacter(String text) {
		return INVISIBLE.containsSome(text);
	}

	/** Whether a text is refused for characters before its last {@code @} alone. */
	static boolean hasForeignName(String text) {
		return !isAscii(text.substring(0, Math.max(0, withSign(text).lastIndexOf('@'))));
	}

	private static String canonical(String typed) {
		var text = withSign(typed);
		var at = text.lastIndexOf('@');
		var domain = text.substring(at + 1);
		return (at < 0) ? text : unquoted(text.substring(0, at)) + "@" + ascii(domain);
	}

	/** An address whose sign was typed on a Japanese or Chinese keyboard has no other. */
	private static String withSign(String text) {
		return (text.indexOf('@') < 0) ? text.replace('\uFF20', '@') : text;
	}

	private static String unquoted(String name) {
		var quoted = UNQUOTABLE.matcher(name);
		return quoted.matches() ? quoted.group(1) : name;
	}

	/** The ASCII form of a domain; the domain itself if it has none. */
	static String ascii(String domain) {
		if (isAscii(domain) || hasHiddenCharacter(domain)) {
			return domain;
		}
		var ascii = new StringBuilder();
		var info = new IDNA.Info();
		DOMAINS.nameToASCII(domain, ascii, info);
		return info.hasErrors() ? domain : ascii.toString();
	}

	private static boolean isAscii(String text) {
		return text.chars().allMatch((unit) -> unit < 128);
	}

}
