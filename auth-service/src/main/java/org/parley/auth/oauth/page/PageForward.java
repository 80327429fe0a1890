package org.parley.auth.oauth.page;

import java.io.IOException;

import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletRequestWrapper;
import jakarta.servlet.http.HttpServletResponse;
import org.jspecify.annotations.Nullable;

/** Shows a page at the address of another request, for filters. */
public final class PageForward {

	/** The form that returns to an app. */
	public static final String FORM_POST = "/oauth2/form-post";

	private PageForward() {
	}

	/** Answers the request with the page at this path. */
	public static void to(String path, HttpServletRequest request, HttpServletResponse response)
			throws ServletException, IOException {
		request.getRequestDispatcher(path).forward(new WithoutQuery(request), response);
	}

	/** Hides the query, which belongs to the original address. */
	private static final class WithoutQuery extends HttpServletRequestWrapper {

		WithoutQuery(HttpServletRequest request) {
			super(request);
		}

		@Override
		public @Nullable String getQueryString() {
			return null;
		}

	}

}
