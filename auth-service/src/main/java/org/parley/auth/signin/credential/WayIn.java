package org.parley.auth.signin.credential;

/** A kind of credential, besides the password, with which people sign in. */
public interface WayIn {

	/** How many of these the user can sign in with. */
	int count(String userId);

	/** Whether they sign in elsewhere, at a provider. */
	default boolean isElsewhere() {
		return false;
	}

}
