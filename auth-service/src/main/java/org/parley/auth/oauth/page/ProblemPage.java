package org.parley.auth.oauth.page;

import java.io.IOException;
import java.util.Locale;
import java.util.Set;

import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.jspecify.annotations.Nullable;
import org.parley.auth.oauth.browser.Continuation;
import org.parley.auth.oauth.person.BrowserUser;
import org.parley.auth.user.Users;
import org.parley.platform.domain.RefusalException;
import org.parley.platform.web.problem.Problems;
import org.parley.platform.web.request.CorrelationFilter;

import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.security.web.csrf.CsrfException;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.servlet.ModelAndView;

/**
 * The error page, for requests that must not be redirected: an unknown app, or a redirect
 * URI that the app has not registered.
 */
@Page
public class ProblemPage {

	static final String PATH = "/oauth2/problem";

	private static final String SHOWN = ProblemPage.class.getName();

	/** Fields of the forms that sign a person in who gives no name. */
	private static final Set<String> NAMELESS = Set.of("code", "credential", "email");

	private final Users users;

	ProblemPage(Users users) {
		this.users = users;
	}

	/** Shows the page at the request's own address, for filters. */
	public static void show(HttpServletRequest request, HttpServletResponse response, HttpStatus status, Kind kind)
			throws ServletException, IOException {
		request.setAttribute(SHOWN, new Shown(status, kind));
		PageForward.to(PATH, request, response);
	}

	/** Answers forbidden requests and forms without a valid token. */
	public static void refuse(HttpServletRequest request, HttpServletResponse response, AccessDeniedException cause)
			throws ServletException, IOException {
		show(request, response, HttpStatus.FORBIDDEN, (cause instanceof CsrfException) ? Kind.FORM : Kind.FORBIDDEN);
	}

	/** Sets the time to wait after a refusal, and returns it in seconds. */
	public static @Nullable String retryAfter(RefusalException refusal, HttpServletResponse response) {
		var wait = Problems.entity(refusal).getHeaders().getFirst(HttpHeaders.RETRY_AFTER);
		if (wait != null) {
			response.setHeader(HttpHeaders.RETRY_AFTER, wait);
		}
		return wait;
	}

	/** The page, for controllers. */
	public static ModelAndView of(HttpStatus status, Kind kind) {
		var page = new ModelAndView("oauth/problem", status);
		page.addObject("kind", kind.name().toLowerCase(Locale.ROOT));
		page.addObject("correlationId", CorrelationFilter.current());
		return page;
	}

	@RequestMapping(PATH)
	ModelAndView problem(HttpServletRequest request, @Nullable BrowserUser browserUser) {
		if (!(request.getAttribute(SHOWN) instanceof Shown shown)) {
			return of(HttpStatus.NOT_FOUND, Kind.MISSING);
		}
		return (shown.kind() == Kind.FORM) ? refused(request, shown, browserUser) : of(shown.status(), shown.kind());
	}

	/** A person who has signed in meanwhile, in another tab, continues from there. */
	private ModelAndView refused(HttpServletRequest request, Shown shown, @Nullable BrowserUser browserUser) {
		var next = request.getParameter("continue");
		var to = Continuation.parse(next);
		return (to.isPresent() && browserUser != null && isOf(browserUser, request))
				? SeeOtherRedirect.to(to.get().address()) : of(shown.status(), shown.kind()).addObject("again", next);
	}

	/** Whether the form signs the user in; some forms do not say whom they sign in. */
	private boolean isOf(BrowserUser browserUser, HttpServletRequest request) {
		var login = request.getParameter("login");
		return (login != null) ? this.users.findByLogin(login.strip())
			.filter((user) -> user.id().equals(browserUser.getName()))
			.isPresent() : NAMELESS.stream().anyMatch((proof) -> request.getParameter(proof) != null);
	}

	/** Kinds of errors, each with its own text. */
	public enum Kind {

		/** The app is unknown. */
		APP,
		/** The app has not registered the redirect URI. */
		REDIRECT,
		/** The site that asks who a person is, is unknown. */
		SITE,
		/** The mail address is not verified. */
		UNVERIFIED,
		/** The request is invalid. */
		REQUEST,
		/** The pending request has ended or belongs to another user. */
		ENDED,
		/** The form has no valid token. */
		FORM,
		/** The user lacks the permission. */
		FORBIDDEN,
		/** The page does not exist. */
		MISSING,
		/** Too many attempts. */
		SLOW,
		/** Internal error. */
		INTERNAL

	}

	/** The error that a filter shows. */
	private record Shown(HttpStatus status, Kind kind) {
	}

}
