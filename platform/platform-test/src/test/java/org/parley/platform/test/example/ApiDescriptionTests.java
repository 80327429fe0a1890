package org.parley.platform.test.example;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import static org.assertj.core.api.Assertions.assertThat;

class ApiDescriptionTests {

	private final ApiDescription apiDescription = new ApiDescription(
			json("""
					{"paths": {
						"/books": {
							"get": {"parameters": [{"name": "limit", "in": "query"}],
								"responses": {"200": {"content": {"*/*": {"examples": {"recorded": {"value": {"data": [1]}}}}}}}},
							"post": {"requestBody": {}, "responses": {"201": {"content": {"*/*": {}}}}}},
						"/books/{id}": {"delete": {"responses": {"204": {}}}}}}"""));

	@Test
	void operationWithoutAnswerIsMissing() {
		assertThat(this.apiDescription.missingIn(json("""
				{"GET /books": {"answers": {"200": {}}}, "POST /books": {"problems": {"book.lost": {}}}}""")))
			.containsExactly("DELETE /books/{id}", "POST /books");
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|', quoteCharacter = '\0',
			textBlock = """
					{"GET /books": {"parameters": {"page": 1}, "answers": {"200": {}}}} | GET /books has no parameter page
					{"GET /books": {"request": {}, "answers": {"200": {}}}}             | GET /books has no body
					{"POST /books": {"answers": {"200": {}}}}                           | POST /books answers no 200 like {}
					{"POST /books": {"answers": {"201": null}}}                         | POST /books answers no 201 like null
					{"DELETE /books/{id}": {"answers": {"204": {}}}}                    | DELETE /books/{id} answers no 204 like {}
					{"PUT /books": {"answers": {"200": null}}}                          | PUT /books answers no 200 like null
					{"GET /books": {"answers": {"200": {"data": []}}}} | GET /books shows an empty list: create an item first
					""")
	void undescribedExchangeIsReported(String recording, String denial) {
		assertThat(this.apiDescription.deniedBy(json(recording))).containsExactly(denial);
	}

	@Test
	void describedExchangeIsAccepted() {
		assertThat(this.apiDescription.deniedBy(json("""
				{"GET /books": {"parameters": {"limit": 2}, "answers": {"200": {"data": [1]}}},
				"POST /books": {"request": {}, "answers": {"201": {"data": {}}}, "problems": {"book.lost": {}}},
				"DELETE /books/{id}": {"answers": {"204": null}}}"""))).isEmpty();
	}

	@Test
	void differingExampleIsReported() {
		var recording = "{\"GET /books\": {\"answers\": {\"200\": {\"data\": [%s]}}}}";
		assertThat(this.apiDescription.notShown(json(recording.formatted(1)))).isEmpty();
		assertThat(this.apiDescription.notShown(json(recording.formatted(2)))).containsExactly("GET /books 200");
	}

	private static JsonNode json(String text) {
		return JsonMapper.shared().readTree(text);
	}

}
