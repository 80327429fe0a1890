package org.parley.platform.web;

import java.io.UnsupportedEncodingException;
import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.Objects;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.json.JsonMapper;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.data.mongodb.autoconfigure.DataMongoAutoConfiguration;
import org.springframework.boot.data.mongodb.autoconfigure.DataMongoRepositoriesAutoConfiguration;
import org.springframework.boot.mongodb.autoconfigure.MongoAutoConfiguration;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.webmvc.test.autoconfigure.AutoConfigureMockMvc;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;
import org.springframework.http.MediaType;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

import static org.assertj.core.api.Assertions.assertThat;

@SpringBootTest(properties = "springdoc.default-produces-media-type=application/json")
@AutoConfigureMockMvc
class LibraryTests {

	@Autowired
	private MockMvcTester mvc;

	@ParameterizedTest
	@CsvSource(delimiter = '|', quoteCharacter = '\0', textBlock = """
			{"title": "A", "pages": 1            | request.malformed        |
			[]                                   | request.malformed        |
			{"title": "A", "pages": 1} {}        | request.malformed        |
			{"title": "A", "pages": 1, "x": 1}   | request.unknown-property | x
			{"title": 7, "pages": 1}             | request.wrong-type       | title
			{"title": "A", "pages": "1"}         | request.wrong-type       | pages
			{"title": "A", "pages": 1.5}         | request.wrong-type       | pages
			{"title": "A", "pages": null}        | request.wrong-type       | pages
			{"title": "A", "pages": 99999999999} | request.wrong-type       | pages
			{"title": "A", "title": "B", "pages": 1} | request.malformed    |
			{"pages": 1}                         | not-blank                | title
			{"title": "12345678901", "pages": 1} | size                     | title
			{"title": "A", "pages": 1, "tags": ["a", "123456"]} | size      | tags[1]
			""")
	void badBodiesAreRefusedWithTheFieldAtFault(String body, String code, String field) {
		var answer = this.mvc.post().uri("/books").contentType(MediaType.APPLICATION_JSON).content(body).exchange();
		assertThat(answer).hasStatus(400).hasContentType(MediaType.APPLICATION_PROBLEM_JSON);
		var said = assertThat(answer).bodyText()
			.contains(code)
			.contains("correlationId")
			.doesNotContain("tools.jackson");
		if (field != null) {
			said.contains(field);
		}
	}

	@ParameterizedTest
	@CsvSource({ "GET, /books?x=1, 400, request.unknown-property", "GET, /books?limit=a, 400, request.wrong-type",
			"GET, /books?limit=0, 400, min", "GET, /books?limit=1&limit=2, 400, request.repeated-property",
			"GET, /books/count, 400, required", "GET, /books/count?above=x, 400, request.wrong-type",
			"GET, /books/since?time=0, 400, request.wrong-type",
			"GET, /books/since?time=2026-11-28, 400, request.wrong-type",
			"GET, /books/since?time=%2B999999999-12-31T23:59:59Z, 400, request.wrong-type",
			"GET, /books/since?time=-999999999-01-01T00:00:00Z, 400, request.wrong-type",
			"GET, /books/locked, 409, book.locked", "GET, /books/broken, 500, internal",
			"GET, /books/raced, 409, request.conflict", "GET, /books/down, 503, service.unavailable",
			"DELETE, /books, 405, request.method-not-allowed", "GET, /nowhere, 404, route.not-found" })
	void everyErrorIsAProblemDocument(String method, String uri, int status, String code) {
		var answer = this.mvc.method(org.springframework.http.HttpMethod.valueOf(method))
			.uri(URI.create(uri))
			.exchange();
		assertThat(answer).hasStatus(status).hasContentType(MediaType.APPLICATION_PROBLEM_JSON);
		assertThat(answer).bodyJson().extractingPath("$.type").asString().startsWith("urn:parley:problem:");
		assertThat(answer).bodyText().contains(code).doesNotContain("secret internals").doesNotContain("Exception");
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|', quoteCharacter = '\0', textBlock = """
			days    | " "
			days    | ""
			days    | "\\u0000"
			renewed | " "
			renewed | 1
			until   | 0
			until   | 1.5
			until   | "0"
			until   | "-1764342000.5"
			until   | ""
			until   | " "
			until   | true
			until   | "2026-02-30T00:00:00Z"
			until   | "-999999999-01-01T00:00:00Z"
			until   | "+10000-01-01T00:00:00Z"
			until   | [2026, 11, 28]
			until   | {}
			hour    | [22, 0]
			hour    | 22
			notice  | 24
			notice  | "24"
			""")
	void valuesOfAnotherTypeAreRefused(String property, String value) {
		assertThat(lend(property, value)).hasStatus(400)
			.bodyJson()
			.extractingPath("$.errors[0]")
			.isEqualTo(Map.of("field", property, "code", "request.wrong-type", "message",
					"has a value of the wrong type"));
	}

	@ParameterizedTest
	@ValueSource(strings = { "\"cellar\"", "\"HALL\"", "\"\"", "0", "{}" })
	void refusalOfAnUnknownNameListsTheKnownOnes(String value) {
		assertThat(lend("desk", value)).hasStatus(400)
			.bodyJson()
			.extractingPath("$.errors[0]")
			.isEqualTo(Map.of("field", "desk", "code", "request.wrong-type", "message",
					"must be one of hall, reading-room"));
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|', quoteCharacter = '\0', textBlock = """
			days    | 7
			days    | null
			renewed | false
			until   | "2026-11-28T15:00:00Z"
			until   | "2026-11-28T15:00:00.5+01:00"
			until   | null
			hour    | "22:00"
			notice  | "PT24H"
			desk    | "reading-room"
			""")
	void valuesOfTheDocumentedTypeAreRead(String property, String value) {
		assertThat(lend(property, value)).hasStatus(200);
	}

	@ParameterizedTest
	@CsvSource({ "2026-11-28T15:00:00Z, 2026-11-28T15:00:00Z", "2026-11-28T15:00:00%2B01:00, 2026-11-28T14:00:00Z",
			"'', null" })
	void timestampsOfQueriesAreRead(String time, String read) {
		assertThat(this.mvc.get().uri(URI.create("/books/since?time=" + time)).exchange()).hasStatus(200)
			.bodyJson()
			.extractingPath("$.data")
			.isEqualTo(read);
	}

	private MvcTestResult lend(String property, String value) {
		return this.mvc.put()
			.uri("/books/one/loan")
			.contentType(MediaType.APPLICATION_JSON)
			.content("{\"" + property + "\": " + value + "}")
			.exchange();
	}

	@Test
	void constraintOverPropertiesNamesInvalidOne() {
		assertThat(this.mvc.get().uri("/books?limit=3").exchange()).hasStatus(400)
			.bodyJson()
			.extractingPath("$.errors[0]")
			.isEqualTo(Map.of("field", "limit", "code", "combination", "message", "is for an author's books"));
	}

	@Test
	void databaseOutageHasRetryAfter() {
		assertThat(this.mvc.get().uri("/books/down").exchange()).hasHeader("Retry-After", "2");
	}

	@Test
	void deprecatedOperationSaysWhenItEnds() throws UnsupportedEncodingException {
		assertThat(this.mvc.get().uri("/books/oldest").exchange()).hasStatus(200)
			.hasHeader("Deprecation", "@1795305600")
			.hasHeader("Sunset", "Sat, 05 Jun 2027 00:00:00 GMT")
			.hasHeader("Link", "</books>; rel=\"successor-version\"");
		assertThat(this.mvc.get().uri("/books/one").exchange()).doesNotContainHeader("Deprecation")
			.doesNotContainHeader("Sunset");
		var document = this.mvc.get().uri("/v3/api-docs").exchange().getResponse().getContentAsString();
		var described = JsonMapper.shared().readTree(document).at("/paths/~1books~1oldest/get");
		assertThat(described.path("deprecated").asBoolean()).isTrue();
		assertThat(described.path("x-sunset").asString()).isEqualTo("2027-06-05");
	}

	@Test
	void otherMediaTypesAreRefused() {
		assertThat(this.mvc.post().uri("/books").contentType(MediaType.TEXT_PLAIN).content("A").exchange())
			.hasStatus(415)
			.bodyText()
			.contains("request.media-type");
	}

	@Test
	void compressedBodyIsRefused() {
		assertThat(this.mvc.post()
			.uri("/books")
			.contentType(MediaType.APPLICATION_JSON)
			.header("Content-Encoding", "gzip")
			.content(new byte[] { 0x1f, (byte) 0x8b, 8, 0 })
			.exchange()).hasStatus(415)
			.hasHeader("Accept-Encoding", "identity")
			.bodyText()
			.contains("request.media-type");
	}

	@ParameterizedTest
	@CsvSource({ "/books/one, 200, application/json", "/books/locked, 409, application/problem+json" })
	void acceptedKindOfJsonDoesNotChangeMediaType(String uri, int status, String type) {
		for (var accepted : List.of("application/json", "application/problem+json", "application/*+json",
				"application/vnd.api+json", "*/*", "application/problem+json, application/json;q=0.5")) {
			assertThat(this.mvc.get().uri(uri).header("Accept", accepted).exchange()).as(accepted)
				.hasStatus(status)
				.hasContentType(MediaType.parseMediaType(type));
		}
	}

	@Test
	void tooLargeBodyIsRefused() {
		assertThat(this.mvc.post()
			.uri("/books")
			.contentType(MediaType.APPLICATION_JSON)
			.content("{\"title\": \"" + "a".repeat(256 * 1024) + "\"}")
			.exchange()).hasStatus(413).bodyText().contains("request.too-large");
	}

	@Test
	void unchangedContentIsNotModified() {
		var tag = String.valueOf(this.mvc.get().uri("/books/one").exchange().getResponse().getHeader("ETag"));
		assertThat(tag).startsWith("\"3.");
		assertThat(this.mvc.get().uri("/books/one").header("If-None-Match", tag).exchange()).hasStatus(304);
		assertThat(this.mvc.get().uri("/books/two").header("If-None-Match", tag).exchange()).hasStatus(200);
	}

	@ParameterizedTest
	@CsvSource({ "'\"3.abc\"', 200", "'\"2.abc\", \"3.def\"', 200", "*, 200", "'\"2.abc\"', 412", "'\"33.abc\"', 412",
			"nonsense, 412" })
	void changeOfOtherVersionIsRefused(String condition, int status) {
		assertThat(this.mvc.patch().uri("/books/one").header("If-Match", condition).exchange()).hasStatus(status);
	}

	@Test
	void conditionMayHaveSeveralLines() {
		assertThat(this.mvc.patch().uri("/books/one").header("If-Match", "\"2.abc\"", "\"3.def\"").exchange())
			.hasStatus(200);
		assertThat(this.mvc.patch().uri("/books/one").header("If-Match", "\"2.abc\"", "\"4.def\"").exchange())
			.hasStatus(412);
	}

	@ParameterizedTest
	@CsvSource({ "X-Correlation-Id, abc-1, abc-1",
			"traceparent, 00-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331-01, 0af7651916cd43dd8448eb211c80319c" })
	void correlationIdIsKept(String header, String value, String expected) {
		assertThat(this.mvc.get().uri("/books/one").header(header, value).exchange()).hasHeader("X-Correlation-Id",
				expected);
	}

	@Test
	void unsafeCorrelationIdIsReplaced() {
		var answer = this.mvc.get().uri("/books/locked").header("X-Correlation-Id", "a b\tc").exchange();
		var made = answer.getResponse().getHeader("X-Correlation-Id");
		assertThat(made).matches("[0-9A-Z]{26}");
		assertThat(answer).bodyJson().extractingPath("$.correlationId").isEqualTo(made);
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|', quoteCharacter = '\0',
			textBlock = """
					get/parameters/0/examples/recorded/value                              | "Lewis Carroll"
					get/parameters/1/examples/recorded/value                              | 3
					get/responses/200/content/application~1json/examples/recorded/value   | {"data":"Lewis Carroll/3"}
					post/requestBody/content/application~1json/examples/recorded/value    | {"title":"Alice","pages":90}
					post/responses/200/content/application~1json/examples/recorded/value/data | {"title":"Alice","pages":90,"tags":null}
					post/responses/default/content/application~1problem+json/examples/request.malformed/value/status | 400
					""")
	void apiDocumentContainsRecordedExamples(String pointer, String value) throws UnsupportedEncodingException {
		var document = this.mvc.get().uri("/v3/api-docs").exchange().getResponse().getContentAsString();
		assertThat(JsonMapper.shared().readTree(document).at("/paths/~1books/" + pointer)).hasToString(value);
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|', quoteCharacter = '\0', textBlock = """
			~1books/get/responses/default/headers/Retry-After/$ref | "#/components/headers/Retry-After"
			~1books~1{id}/get/responses/200/headers/ETag/$ref      | "#/components/headers/ETag"
			~1books~1{id}/patch/responses/200/headers/ETag/$ref    | "#/components/headers/ETag"
			~1books/post/responses/200/headers                     |
			~1books~1shelves/post/responses/201/headers/Location/$ref | "#/components/headers/Location"
			~1books/get/parameters/1/description                   | "The maximum number of items on a page"
			""")
	void apiDocumentContainsHeadersAndPages(String pointer, @Nullable String value)
			throws UnsupportedEncodingException {
		var document = this.mvc.get().uri("/v3/api-docs").exchange().getResponse().getContentAsString();
		assertThat(JsonMapper.shared().readTree(document).at("/paths/" + pointer))
			.hasToString(Objects.requireNonNullElse(value, ""));
	}

	@Configuration
	@EnableAutoConfiguration(exclude = { MongoAutoConfiguration.class, DataMongoAutoConfiguration.class,
			DataMongoRepositoriesAutoConfiguration.class })
	@Import(LibraryController.class)
	static class Library {

	}

}
