package org.parley.gateway.problem;

import java.nio.charset.StandardCharsets;
import java.time.Duration;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import org.springframework.http.HttpCookie;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpMethod;
import org.springframework.http.HttpStatus;
import org.springframework.http.server.reactive.ServerHttpRequest;
import org.springframework.mock.http.server.reactive.MockServerHttpRequest;

import static org.assertj.core.api.Assertions.assertThat;

class ProblemPageTests {

	private static final String BROWSER = "text/html,application/xhtml+xml,application/xml;q=0.9,*/*;q=0.8";

	@ParameterizedTest
	@CsvSource(delimiter = '|', nullValues = "-", textBlock = """
			/                 | -        | %1$s             | true
			/threads/x        | navigate | %1$s             | true
			/oauth2/login     | navigate | %1$s             | true
			/threads/x        | cors     | %1$s             | false
			/threads/x        | -        | application/json | false
			/threads/x        | -        | */*              | false
			/threads/x        | -        | -                | false
			/api/v1/threads   | navigate | %1$s             | false""")
	void navigatingBrowsersGetPages(String path, String mode, String accept, boolean isWanted) {
		var request = MockServerHttpRequest.get(path);
		if (mode != null) {
			request.header("Sec-Fetch-Mode", mode);
		}
		if (accept != null) {
			request.header("Accept", accept.formatted(BROWSER));
		}
		assertThat(ProblemPage.isWanted(request.build())).isEqualTo(isWanted);
	}

	/** Parsing them would take longer with the square of their number. */
	@Test
	void overlongLanguagesAreNotRead() {
		var request = MockServerHttpRequest.get("/threads/x")
			.header("Accept-Language", "de" + ",nl".repeat(100))
			.cookie(new HttpCookie("parley_language", "fr" + ",nl".repeat(100)))
			.build();
		assertThat(page(request, HttpStatus.TOO_MANY_REQUESTS)).contains("lang=\"en\"");
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|', nullValues = "-", textBlock = """
			-          | -  | en | ltr | Try again in 7 seconds
			de-AT,en   | -  | de | ltr | in 7 Sekunden
			de         | ar | ar | rtl | بعد 7 ثانية
			ja         | xx | ja | ltr | 7秒後
			fr-CA      | -  | fr | ltr | dans 7 secondes
			nl, tr;q=1 | -  | tr | ltr | 7 saniye sonra
			zh;;;q     | -  | en | ltr | in 7 seconds""")
	void pageIsInTheLanguageOfTheReader(String accepted, String chosen, String language, String direction,
			String text) {
		var request = MockServerHttpRequest.get("/threads/x");
		if (accepted != null) {
			request.header("Accept-Language", accepted);
		}
		if (chosen != null) {
			request.cookie(new HttpCookie("parley_language", chosen));
		}
		assertThat(page(request.build(), HttpStatus.TOO_MANY_REQUESTS))
			.contains("<html lang=\"" + language + "\" dir=\"" + direction + "\">")
			.contains(text);
	}

	@ParameterizedTest
	@CsvSource({ "503, GET, The forum is resting, Try again</a>", "504, GET, The forum is resting, Try again</a>",
			"413, POST, Too much at once, still in the form", "429, POST, Too many requests, still in the form",
			"405, POST, This does not work, still in the form", "404, GET, This does not work, Try again</a>" })
	void pageSaysWhatToDo(int status, String method, String title, String next) {
		var request = MockServerHttpRequest.method(HttpMethod.valueOf(method), "/threads/x").build();
		assertThat(page(request, HttpStatus.valueOf(status))).contains("<h1>" + title + "</h1>")
			.contains(next)
			.contains("<a href=\"/\">")
			.contains("code.of-test, correlation-1");
	}

	@Test
	void browserMayShowOnlyTheStyleOfThePage() {
		var request = MockServerHttpRequest.get("/threads/x")
			.header("Accept", BROWSER)
			.header("Accept-Language", "de")
			.build();
		var refusal = new GatewayProblemException(HttpStatus.SERVICE_UNAVAILABLE, "service.unavailable", "Away.");
		var headers = new HttpHeaders();
		var body = GatewayProblemHandler.body(refusal, request, "correlation-1", headers);
		assertThat(headers.getFirst("Content-Type")).isEqualTo("text/html;charset=UTF-8");
		assertThat(headers.getFirst("Content-Security-Policy")).startsWith("default-src 'none'; style-src 'sha256-");
		assertThat(new String(body, StandardCharsets.UTF_8)).contains("Das Forum macht eine Pause");
	}

	private static String page(ServerHttpRequest request, HttpStatus status) {
		var refusal = new GatewayProblemException(status, "code.of-test", "No.", Duration.ofSeconds(7));
		return new String(ProblemPage.of(refusal, request, "correlation-1"), StandardCharsets.UTF_8);
	}

}
