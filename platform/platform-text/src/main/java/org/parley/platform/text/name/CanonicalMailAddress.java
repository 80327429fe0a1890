package org.parley.platform.text.name;

import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

import com.ibm.icu.text.IDNA;

/**
 * A mail address with the ASCII form of its domain, to which mail servers deliver:
 * {@code user@müller.example} and {@code user@xn--mller-kva.example} are one.
 *
 * @param text the address, its local part as written
 * @see <a href="https://www.unicode.org/reports/tr46/">Unicode Technical Standard 46</a>
 */
public record CanonicalMailAddress(String text) {

	private static final int LONGEST = 254;

	/** The local part without quotes, and the domain. */
	private static final Pattern ADDRESS = Pattern
		.compile("[A-Za-z0-9.!#$%&'*+/=?^_`{|}~-]{1,64}@[A-Za-z0-9-]{1,63}([.][A-Za-z0-9-]{1,63}){1,126}");

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

	private static String canonical(String text) {
		var at = text.lastIndexOf('@');
		var domain = text.substring(at + 1);
		if (domain.chars().allMatch((unit) -> unit < 128)) {
			return text;
		}
		var ascii = new StringBuilder();
		var info = new IDNA.Info();
		DOMAINS.nameToASCII(domain, ascii, info);
		return info.hasErrors() ? text : text.substring(0, at + 1) + ascii;
	}

}
