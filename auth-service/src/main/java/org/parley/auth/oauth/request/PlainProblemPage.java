package org.parley.auth.oauth.request;

import java.io.IOException;
import java.nio.charset.StandardCharsets;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;

import org.springframework.http.HttpHeaders;
import org.springframework.stereotype.Component;
import org.springframework.web.util.HtmlUtils;

/** Says it in words without any dress. */
@Component
class PlainProblemPage implements ProblemPage {

	private static final String PAGE = """
			<!doctype html>
			<html lang="en">
			<meta charset="utf-8">
			<title>This link does not work</title>
			<h1>This link does not work</h1>
			<p>The app that sent you here asked for something that Parley cannot give (<code>{error}</code>).
			Nothing was given to it. Go back and try again, or tell its makers.</p>
			</html>
			""";

	@Override
	public void show(HttpServletRequest request, HttpServletResponse response, String code) throws IOException {
		response.setStatus(HttpServletResponse.SC_BAD_REQUEST);
		response.setContentType("text/html;charset=UTF-8");
		response.setHeader(HttpHeaders.CACHE_CONTROL, "no-store");
		response.setHeader("Content-Security-Policy", "default-src 'none'; frame-ancestors 'none'");
		response.getOutputStream()
			.write(PAGE.replace("{error}", HtmlUtils.htmlEscape(code)).getBytes(StandardCharsets.UTF_8));
	}

}
