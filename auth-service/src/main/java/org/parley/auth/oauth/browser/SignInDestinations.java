package org.parley.auth.oauth.browser;

import java.util.List;
import java.util.Optional;

/** Knows programs to which people continue after a sign-in. */
public interface SignInDestinations {

	/** The name of the program that a page leads on to, if this knows it. */
	Optional<String> find(Continuation next);

	/** The name of the program that one of these knows. */
	static Optional<String> find(List<SignInDestinations> all, Continuation next) {
		return all.stream().flatMap((known) -> known.find(next).stream()).findFirst();
	}

}
