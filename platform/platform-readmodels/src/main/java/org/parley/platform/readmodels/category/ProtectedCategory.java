package org.parley.platform.readmodels.category;

/** A category with its read access. */
public interface ProtectedCategory {

	/** The id, which never changes. */
	String id();

	/** The least audience that may read the category. */
	Audience readers();

}
