package org.parley.auth.oauth.request;

import java.io.IOException;

import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.parley.auth.oauth.page.Page;
import org.parley.auth.oauth.page.PageContentSecurityPolicy;
import org.parley.auth.oauth.page.PageForward;
import org.parley.auth.oauth.page.ProblemPage;

import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.servlet.ModelAndView;

/** Returns to an app by a form that submits itself, or by its button without scripts. */
@Page
public class FormPostPage {

	private static final String ANSWER = FormPostPage.class.getName();

	FormPostPage() {
	}

	/** Shows the page at the request's own address, for filters. */
	static void show(HttpServletRequest request, HttpServletResponse response, AppAnswer answer)
			throws ServletException, IOException {
		request.setAttribute(ANSWER, answer);
		PageForward.to(PageForward.FORM_POST, request, response);
	}

	/** The page, for controllers. */
	public static ModelAndView of(AppAnswer answer, HttpServletResponse response) {
		PageContentSecurityPolicy.returning(response);
		return new ModelAndView("oauth/form-post").addObject("address", answer.address())
			.addObject("fields", answer.fields())
			.addObject("app", (answer.app() != null) ? answer.app().getClientName() : "");
	}

	@RequestMapping(PageForward.FORM_POST)
	ModelAndView formPost(HttpServletRequest request, HttpServletResponse response) {
		return (request.getAttribute(ANSWER) instanceof AppAnswer answer) ? of(answer, response)
				: ProblemPage.of(HttpStatus.NOT_FOUND, ProblemPage.Kind.MISSING);
	}

}
