package org.parley.gateway.problem;

import java.nio.charset.StandardCharsets;
import java.text.MessageFormat;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import java.util.ResourceBundle;

import org.jspecify.annotations.Nullable;
import org.parley.gateway.path.PathSet;
import org.parley.platform.domain.Sha256;

import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpMethod;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.server.reactive.ServerHttpRequest;
import org.springframework.web.util.HtmlUtils;

/**
 * A problem for people whose browser asks for a page: what happened, in their language,
 * and the next step. It needs nothing from the services, which may be away.
 */
final class ProblemPage {

	/** The time to parse languages grows with the square of their number. */
	private static final int LONGEST_LANGUAGES = 200;

	private static final String STYLE = "body{font:1.1rem/1.5 system-ui,sans-serif;max-width:34rem;margin:12vh auto;padding:0 1rem}"
			+ "h1{font-size:1.6rem}a{margin-inline-end:1.5rem}small{opacity:.8}";

	/** Permits the style above and nothing else. */
	static final String POLICY = "default-src 'none'; style-src 'sha256-" + digest(STYLE)
			+ "'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'";

	private static final PathSet API = PathSet.withAllBelow(List.of("/api"));

	/** The cookie with the language that a reader has chosen in the footer of a page. */
	private static final String LANGUAGE = "parley_language";

	private static final List<Locale> LANGUAGES = List.of("en", "de", "fr", "es", "pt", "ar", "ja", "tr")
		.stream()
		.map(Locale::of)
		.toList();

	private final ServerHttpRequest request;

	private final Locale language;

	private final ResourceBundle texts;

	private ProblemPage(ServerHttpRequest request) {
		this.request = request;
		this.language = languageOf(request);
		this.texts = ResourceBundle.getBundle("problem.page", this.language,
				ResourceBundle.Control.getNoFallbackControl(ResourceBundle.Control.FORMAT_PROPERTIES));
	}

	/** Whether a browser asks for a page that it shows in place of the present one. */
	static boolean isWanted(ServerHttpRequest request) {
		var mode = request.getHeaders().getFirst("Sec-Fetch-Mode");
		var accept = request.getHeaders().getFirst(HttpHeaders.ACCEPT);
		return !API.contains(request) && (mode == null || mode.equals("navigate")) && accept != null
				&& accept.contains(MediaType.TEXT_HTML_VALUE);
	}

	/** Renders the page as UTF-8. */
	static byte[] of(GatewayProblemException refusal, ServerHttpRequest request, String correlationId) {
		return new ProblemPage(request).render(refusal, correlationId).getBytes(StandardCharsets.UTF_8);
	}

	private String render(GatewayProblemException refusal, String correlationId) {
		var kind = kindOf(refusal.status());
		var title = text(kind + ".title");
		var again = HttpMethod.GET.equals(this.request.getMethod()) ? link("", "again") : paragraph(text("kept"));
		return """
				<!doctype html>
				<html lang="%s" dir="%s">
				<head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1">\
				<meta name="color-scheme" content="light dark"><meta name="robots" content="noindex"><title>%s</title>\
				<style>%s</style></head>
				<body><main><h1>%s</h1>%s%s%s<p><small>%s</small></p></main></body>
				</html>
				""".formatted(this.language.toLanguageTag(), isFromRight() ? "rtl" : "ltr", title, STYLE, title,
				paragraph(text(kind + ".text", GatewayProblemHandler.secondsOf(refusal.retryAfter()))), again,
				link("/", "home"), text("details", refusal.code(), correlationId));
	}

	private static String kindOf(HttpStatus status) {
		return switch (status) {
			case TOO_MANY_REQUESTS -> "busy";
			case CONTENT_TOO_LARGE -> "large";
			default -> status.is5xxServerError() ? "unavailable" : "other";
		};
	}

	private String text(String key, Object... arguments) {
		var text = this.texts.getString(key);
		return HtmlUtils.htmlEscape((arguments.length == 0) ? text
				: new MessageFormat(text.replace("'", "''"), this.language).format(arguments));
	}

	private String link(String address, String key) {
		return "<a href=\"%s\">%s</a>".formatted(address, text(key));
	}

	private static String paragraph(String text) {
		return "<p>" + text + "</p>";
	}

	private boolean isFromRight() {
		return this.language.getLanguage().equals("ar");
	}

	private static Locale languageOf(ServerHttpRequest request) {
		var chosen = request.getCookies().getFirst(LANGUAGE);
		var found = lookUp((chosen != null) ? chosen.getValue() : null);
		if (found == null) {
			found = lookUp(request.getHeaders().getFirst(HttpHeaders.ACCEPT_LANGUAGE));
		}
		return (found != null) ? found : Locale.ENGLISH;
	}

	private static @Nullable Locale lookUp(@Nullable String languages) {
		try {
			return (languages != null && languages.length() <= LONGEST_LANGUAGES)
					? Locale.lookup(Locale.LanguageRange.parse(languages), LANGUAGES) : null;
		}
		catch (IllegalArgumentException _) {
			return null;
		}
	}

	private static String digest(String text) {
		return Base64.getEncoder().encodeToString(Sha256.of(text));
	}

}
