package org.parley.contracts;

import java.io.IOException;
import java.time.LocalDate;
import java.util.List;

import com.fasterxml.jackson.databind.json.JsonMapper;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;

/** Each kind of change of an API, and whether it breaks a client. */
class OpenApiChangesTests {

	private static final LocalDate TODAY = LocalDate.parse("2026-12-01");

	private static final String PUBLISHED = """
			{"paths": {"/posts/{id}": {"put": {
			  "deprecated": true, "x-sunset": "2027-01-01",
			  "parameters": [{"name": "id", "in": "path", "required": true, "schema": {"type": "string", "maxLength": 26}},
			    {"name": "sort", "in": "query", "schema": {"type": "string", "enum": ["old", "new"]}}],
			  "requestBody": {"content": {"application/json": {"schema": {"$ref": "#/components/schemas/NewPost"}}}},
			  "responses": {"200": {"content": {"*/*": {"schema": {"$ref": "#/components/schemas/View"}}}}},
			  "security": [{"bearer": []}, {}]}}},
			 "components": {"schemas": {
			  "NewPost": {"type": "object", "required": ["text"], "properties": {
			    "text": {"type": "string", "minLength": 1, "maxLength": 9, "pattern": "a+"}, "kind": {"type": "string", "pattern": "^(?:one|two)$"},
			    "tags": {"type": "array", "items": {"type": "string"}}}},
			  "View": {"type": "object", "required": ["mood"], "properties": {
			    "mood": {"type": "string", "enum": ["glad", "sad"]}, "count": {"type": "integer", "format": "int64"},
			    "answers": {"type": "array", "items": {"$ref": "#/components/schemas/View"}}}}}}}
			""";

	@Test
	void sameApiHasNoChange() throws IOException {
		assertThat(changes("\"put\"", "\"put\"")).isEmpty();
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|', quoteCharacter = '`',
			textBlock = """
					/posts/{id}                                  | /articles/{id}                              | PUT /posts/{id} is gone
					"put": {                                     | "post": {                                   | PUT /posts/{id} is gone
					"name": "sort"                               | "name": "order"                             | PUT /posts/{id} query sort is gone
					"in": "query", "schema"                      | "in": "query", "required": true, "schema"   | PUT /posts/{id} query sort is required now
					["old", "new"]                               | ["new"]                                     | PUT /posts/{id} query sort cannot be old any more
					"maxLength": 26                              | "maxLength": 20                             | PUT /posts/{id} path id has a narrower maxLength
					"requestBody": {"content"                    | "requestBody": {"required": true, "content" | PUT /posts/{id} body is required now
					"application/json"                           | "text/plain"                                | PUT /posts/{id} body cannot be application/json any more
					["text"]                                     | ["text", "tags"]                            | PUT /posts/{id} body.tags is required now
					"minLength": 1                               | "minLength": 2                              | PUT /posts/{id} body.text has a narrower minLength
					`"^(?:one|two)$"`                            | `"^(?:one|three)$"`                         | PUT /posts/{id} body.kind has another pattern
					"a+"                                         | "b+"                                        | PUT /posts/{id} body.text has another pattern
					"items": {"type": "string"}                  | "items": {"type": "integer"}                | PUT /posts/{id} body.tags[] has another type
					"200"                                        | "202"                                       | PUT /posts/{id} 200 is gone
					"*/*"                                        | "text/html"                                 | PUT /posts/{id} 200 is no */* any more
					["mood"]                                     | []                                          | PUT /posts/{id} 200.mood may be absent now
					["glad", "sad"]                              | ["glad"]                                    | PUT /posts/{id} 200.mood cannot be sad any more
					"count"                                      | "number"                                    | PUT /posts/{id} 200.count is gone
					"int64"                                      | "int32"                                     | PUT /posts/{id} 200.count has another format
					[{"bearer": []}, {}]                         | [{"bearer": []}]                            | PUT /posts/{id} needs a token now
					""")
	void breakingChangeIsNamed(String part, String change, String named) throws IOException {
		assertThat(changes(part, change)).contains(named);
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
			"items": {"type": "string"} | "items": {"type": ["string", "null"]}
			"maxLength": 26       | "maxLength": 30
			"minLength": 1,       | "minLength": 0,
			, "pattern": "a+"     | ``
			`"^(?:one|two)$"`     | `"^(?:two|three|one)$"`
			["old", "new"]        | ["old", "new", "top"]
			["glad", "sad"]       | ["glad", "sad", "calm"]
			"mood": {             | "weather": {"type": "string"}, "mood": {
			"200"                 | "201": {}, "200"
			["text"]              | []
			"paths": {            | "paths": {"/new": {"get": {}},
			"name": "sort"        | "name": "more", "in": "query"}, {"name": "sort"
			""")
	void compatibleChangeIsAccepted(String part, String change) throws IOException {
		assertThat(changes(part, change)).isEmpty();
	}

	@Test
	void announcedOperationMayGoOnItsDay() throws IOException {
		var json = JsonMapper.builder().build();
		var published = json.readTree(PUBLISHED);
		var without = json.readTree("{\"paths\": {}}");
		assertThat(OpenApiChanges.between(published, without, LocalDate.parse("2026-12-31"))).hasSize(1);
		assertThat(OpenApiChanges.between(published, without, LocalDate.parse("2027-01-01"))).isEmpty();
		var unannounced = json.readTree(PUBLISHED.replace("\"deprecated\": true", "\"deprecated\": false"));
		assertThat(OpenApiChanges.between(unannounced, without, LocalDate.parse("2030-01-01"))).hasSize(1);
	}

	private static List<String> changes(String part, String change) throws IOException {
		assertThat(PUBLISHED).contains(part);
		var json = JsonMapper.builder().build();
		return OpenApiChanges.between(json.readTree(PUBLISHED), json.readTree(PUBLISHED.replace(part, change)), TODAY);
	}

}
