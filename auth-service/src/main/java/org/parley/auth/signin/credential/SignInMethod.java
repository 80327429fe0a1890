package org.parley.auth.signin.credential;

/** A kind of credential, besides the password, with which people sign in. */
public interface SignInMethod {

	/** How many of these the user can sign in with. */
	int count(String userId);

	/** Whether they sign in elsewhere, at a provider. */
	default boolean isFederated() {
		return false;
	}

}
