package org.parley.gateway.docs;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;

import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

import org.springframework.core.io.ClassPathResource;

import static org.assertj.core.api.Assertions.assertThat;

class MergedApiDocumentTests {

	@Test
	void pathsAndTagsAreMerged() {
		var common = merge(description("auth", """
				{"tags":[{"name":"users"}],"paths":{"/api/v1/users/me":{"get":{"summary":"Me"}}}}"""), description(
				"forum",
				"""
						{"tags":[{"name":"threads"},{"name":"users"}],"paths":{"/api/v1/threads":{"get":{"tags":["posts"]}}}}"""));
		assertThat(common.path("paths").propertyNames()).containsExactly("/api/v1/users/me", "/api/v1/threads");
		assertThat(common.path("tags").findValuesAsString("name")).containsExactly("posts", "threads", "users");
		assertThat(common.path("openapi").asString()).isEqualTo("3.1.0");
	}

	@Test
	void methodsOfOnePathAreMerged() {
		var common = merge(description("a", "{\"paths\":{\"/x\":{\"get\":{}}}}"),
				description("b", "{\"paths\":{\"/x\":{\"post\":{}}}}"));
		assertThat(common.path("paths").path("/x").propertyNames()).containsExactly("get", "post");
	}

	@Test
	void equalComponentsAreMerged() {
		String problem = "{\"components\":{\"schemas\":{\"Problem\":{\"type\":\"object\"}}}}";
		assertThat(merge(description("a", problem), description("b", problem)).path("components")
			.path("schemas")
			.propertyNames()).containsExactly("Problem");
	}

	@Test
	void differingComponentIsRenamedWithItsReferences() {
		var common = merge(description("auth", schema("User", "string")),
				description("forum", schema("User", "object")));
		assertThat(common.path("components").path("schemas").propertyNames()).containsExactly("User", "forum_User");
		assertThat(common.at("/paths/~1object/get/$ref").asString()).isEqualTo("#/components/schemas/forum_User");
		assertThat(common.at("/paths/~1string/get/$ref").asString()).isEqualTo("#/components/schemas/User");
	}

	@Test
	void referrerOfDifferingComponentIsRenamed() {
		String list = """
				{"components":{"schemas":{"List":{"items":{"$ref":"#/components/schemas/Item"}},"Item":{"type":"%s"}}}}""";
		var schemas = merge(description("a", list.formatted("string")), description("b", list.formatted("object")))
			.path("components")
			.path("schemas");
		assertThat(schemas.propertyNames()).containsExactlyInAnyOrder("List", "Item", "b_List", "b_Item");
		assertThat(schemas.at("/b_List/items/$ref").asString()).isEqualTo("#/components/schemas/b_Item");
		assertThat(schemas.at("/List/items/$ref").asString()).isEqualTo("#/components/schemas/Item");
	}

	@Test
	void differingSecuritySchemeIsRenamed() {
		String scheme = """
				{"components":{"securitySchemes":{"token":{"type":"%1$s"}}},"security":[{"token":[]}],
				"paths":{"/%1$s":{"get":{"security":[{"token":["read"]}]}}}}""";
		var common = merge(description("a", scheme.formatted("http")), description("b", scheme.formatted("apiKey")));
		assertThat(common.at("/paths/~1apiKey/get/security/0").propertyNames()).containsExactly("b_token");
		assertThat(common.at("/paths/~1http/get/security/0").propertyNames()).containsExactly("token");
	}

	@Test
	void examplesAreUnchanged() {
		var said = """
				{"security":["now","soon"],"$ref":"#/components/schemas/User","finishedAt":null}""";
		var shown = """
				{"paths":{"/mine":{"get":{"responses":{"200":{"content":{"*/*":{"examples":{"recorded":{"value":%s}}}}}}}}},
				"components":{"schemas":{"User":{"type":"object"}}}}"""
			.formatted(said);
		var common = merge(description("auth", schema("User", "string")), description("forum", shown));
		assertThat(common.at("/paths/~1mine/get/responses/200/content").findValue("value"))
			.isEqualTo(JsonMapper.shared().readTree(said));
	}

	@Test
	void propertyNamedExampleIsRewritten() {
		var common = merge(description("auth", schema("User", "string")), description("forum", """
				{"components":{"schemas":{"User":{"type":"object"},
				"Book":{"properties":{"example":{"$ref":"#/components/schemas/User"}}}}}}"""));
		assertThat(common.at("/components/schemas/Book/properties/example/$ref").asString())
			.isEqualTo("#/components/schemas/forum_User");
	}

	@Test
	void operationOfGatewayHasSummaryAndProblems() throws IOException {
		var own = new ClassPathResource("docs/gateway.json").getContentAsString(StandardCharsets.UTF_8);
		var described = read(MergedApiDocument.of(List.of(description("gateway", own))));
		assertThat(described.path("paths")).isNotEmpty()
			.allSatisfy((path) -> assertThat(path).allSatisfy((operation) -> {
				assertThat(operation.path("summary").asString("")).isNotEmpty();
				assertThat(operation.at("/responses/default/content").propertyNames())
					.containsExactly("application/problem+json");
			}));
	}

	@Test
	void missingServiceIsListed() {
		var document = MergedApiDocument.of(List.of(new ServiceDescription("auth", null), description("forum", "{}")));
		assertThat(document.isComplete()).isFalse();
		assertThat(read(document).path("info").path("description").asString()).contains("missing: auth.");
	}

	@Test
	void completeDocumentHasNoNotice() {
		var document = MergedApiDocument.of(List.of(description("forum", "{}")));
		assertThat(document.isComplete()).isTrue();
		assertThat(read(document).path("info").path("description").asString()).doesNotContain("missing");
	}

	private static String schema(String name, String type) {
		return """
				{"paths":{"/%2$s":{"get":{"$ref":"#/components/schemas/%1$s"}}},
				"components":{"schemas":{"%1$s":{"type":"%2$s"}}}}""".formatted(name, type);
	}

	private static JsonNode merge(ServiceDescription... descriptions) {
		return read(MergedApiDocument.of(List.of(descriptions)));
	}

	private static JsonNode read(MergedApiDocument document) {
		return JsonMapper.shared().readTree(document.toJson());
	}

	private static ServiceDescription description(String service, String json) {
		return new ServiceDescription(service, (ObjectNode) JsonMapper.shared().readTree(json));
	}

}
