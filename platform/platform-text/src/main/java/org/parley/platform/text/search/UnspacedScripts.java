package org.parley.platform.text.search;

import java.lang.Character.UnicodeScript;
import java.util.EnumSet;
import java.util.Set;

/** The scripts that write no spaces between words. */
public final class UnspacedScripts {

	private static final Set<UnicodeScript> ALL = EnumSet.of(UnicodeScript.HAN, UnicodeScript.HIRAGANA,
			UnicodeScript.KATAKANA, UnicodeScript.THAI, UnicodeScript.LAO, UnicodeScript.KHMER, UnicodeScript.MYANMAR);

	private static final int LAST_LATIN_1 = 0xFF;

	private UnspacedScripts() {
	}

	/** Whether one of them has a character. */
	public static boolean have(int character) {
		return character > LAST_LATIN_1 && ALL.contains(UnicodeScript.of(character));
	}

}
