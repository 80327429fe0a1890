package org.parley.auth.oauth.page;

import java.io.IOException;
import java.util.Locale;

import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletRequestWrapper;
import jakarta.servlet.http.HttpServletResponse;
import org.jspecify.annotations.Nullable;
import org.parley.platform.web.CorrelationFilter;

import org.springframework.http.HttpStatus;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.security.web.csrf.CsrfException;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.servlet.ModelAndView;

/**
 * Says in plain words what went wrong, where sending somebody on would be worse: an app
 * that nobody knows, an address that is not the app's.
 */
@Page
public class ProblemPage {

	static final String PATH = "/oauth2/problem";

	private static final String SHOWN = ProblemPage.class.getName();

	ProblemPage() {
	}

	/** Answers a request in a filter, at the request's own address. */
	public static void show(HttpServletRequest request, HttpServletResponse response, HttpStatus status, Kind kind)
			throws ServletException, IOException {
		request.setAttribute(SHOWN, new Shown(status, kind));
		request.getRequestDispatcher(PATH).forward(new WithoutQuery(request), response);
	}

	/** Answers who may not do it, or whose form is not ours. */
	public static void refuse(HttpServletRequest request, HttpServletResponse response, AccessDeniedException cause)
			throws ServletException, IOException {
		show(request, response, HttpStatus.FORBIDDEN, (cause instanceof CsrfException) ? Kind.FORM : Kind.FORBIDDEN);
	}

	/** The page, for a controller. */
	public static ModelAndView of(HttpStatus status, Kind kind) {
		var page = new ModelAndView("oauth/problem", status);
		page.addObject("kind", kind.name().toLowerCase(Locale.ROOT));
		page.addObject("correlationId", CorrelationFilter.current());
		return page;
	}

	@RequestMapping(PATH)
	ModelAndView problem(HttpServletRequest request) {
		return (request.getAttribute(SHOWN) instanceof Shown shown) ? of(shown.status(), shown.kind())
				: of(HttpStatus.NOT_FOUND, Kind.MISSING);
	}

	/** What can be wrong. */
	public enum Kind {

		/** Nobody knows the app. */
		APP,
		/** The address that the app wants people sent back to is not one of its own. */
		REDIRECT,
		/** The app's request is not as it must be. */
		REQUEST,
		/** What somebody answers to has ended, or is somebody else's. */
		ENDED,
		/** The form is old, or not ours. */
		FORM,
		/** They may not. */
		FORBIDDEN,
		/** Nothing is there. */
		MISSING,
		/** Too many tries. */
		SLOW,
		/** It is our fault. */
		INTERNAL

	}

	/**
	 * What a filter wants shown.
	 *
	 * @param status of the answer
	 * @param kind which words
	 */
	private record Shown(HttpStatus status, Kind kind) {
	}

	/** What was asked of another address is no property of this one. */
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
