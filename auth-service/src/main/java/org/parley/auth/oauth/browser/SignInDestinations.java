package org.parley.auth.oauth.browser;

import java.util.Collection;
import java.util.List;
import java.util.Optional;

/** Knows programs to which people continue after a sign-in. */
public interface SignInDestinations {

	/** The program that a page leads on to, if this knows it. */
	Optional<Destination> find(Continuation next);

	/**
	 * A program.
	 *
	 * @param addresses to which it has people return
	 */
	record Destination(String name, Collection<String> addresses) {

		/** The program that one of these knows. */
		public static Optional<Destination> find(List<SignInDestinations> all, Continuation next) {
			return all.stream().flatMap((known) -> known.find(next).stream()).findFirst();
		}

	}

}
