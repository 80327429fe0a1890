package org.parley.auth.user.profile;

import org.parley.platform.domain.RefusalException;
import org.parley.platform.text.name.OfficialNames;
import org.parley.platform.text.name.ShownNameValidator;

/** The names that people who are not staff may choose to be shown. */
public final class DisplayNames {

	private DisplayNames() {
	}

	/** Whether a text is a name that does not look like one of staff. */
	public static boolean mayBeChosen(String text) {
		return ShownNameValidator.isName(text) && !OfficialNames.isOfficial(text);
	}

	/**
	 * Refuses names that others could take for those of staff.
	 * @throws RefusalException 400 {@code display-name.reserved}
	 */
	public static String chosen(String property, String name) {
		if (OfficialNames.isOfficial(name)) {
			throw reserved(property);
		}
		return name;
	}

	/** The refusal of a name that is the forum's. */
	public static RefusalException reserved(String property) {
		return RefusalException.field(property, "display-name.reserved", "is reserved for the staff of the forum");
	}

}
