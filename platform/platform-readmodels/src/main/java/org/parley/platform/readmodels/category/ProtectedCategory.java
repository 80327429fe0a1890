package org.parley.platform.readmodels.category;

import java.util.Set;

/** A category with its read access. */
public interface ProtectedCategory {

	/** The id, which never changes. */
	String id();

	/** The least audience that may read the category. */
	Audience readers();

	/** The ids of the groups whose members may read the category, too. */
	default Set<String> readerGroups() {
		return Set.of();
	}

}
