package org.parley.platform.security.category;

/** A category, as far as rights depend on it. */
public interface ProtectedCategory {

	/** Never changes. */
	String id();

	/** The least audience that may read what is in it. */
	Audience readers();

}
