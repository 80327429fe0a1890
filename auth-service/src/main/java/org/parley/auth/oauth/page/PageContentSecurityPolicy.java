package org.parley.auth.oauth.page;

import jakarta.servlet.http.HttpServletResponse;

/**
 * Content security policies of the pages. Some browsers apply {@code form-action} to all
 * redirects after a form, and an app redirects from its own address to others, which are
 * unknown here. So a page that returns to an app has no {@code form-action}; its forms
 * have fixed targets and a CSRF token.
 *
 * @see <a href="https://www.w3.org/TR/CSP3/#directive-form-action">Content Security
 * Policy Level 3, form-action</a>
 */
public final class PageContentSecurityPolicy {

	/** A page whose forms may end at an app. */
	static final String RETURNING = "default-src 'none'; style-src 'self'; img-src 'self'; base-uri 'none'; "
			+ "script-src 'self'; frame-ancestors 'none'";

	/** A page whose forms stay on this site. */
	static final String PLAIN = RETURNING + "; form-action 'self'";

	private static final String HEADER = "Content-Security-Policy";

	private PageContentSecurityPolicy() {
	}

	/** A page whose form may end at an app. */
	public static void returning(HttpServletResponse response) {
		response.setHeader(HEADER, RETURNING);
	}

	/**
	 * The sign-in page, whose script asks for a challenge, and the policy of its forms.
	 */
	static void signIn(String policy, HttpServletResponse response) {
		response.setHeader(HEADER, policy + "; connect-src 'self'");
	}

}
