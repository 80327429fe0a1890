package org.parley.auth.account.scim;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.StreamSupport;

import io.swagger.v3.oas.annotations.Hidden;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

import org.springframework.beans.factory.annotation.Value;
import org.springframework.core.io.ClassPathResource;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/**
 * Tells directories what this server can do.
 *
 * @see <a href="https://www.rfc-editor.org/rfc/rfc7644#section-4">RFC 7644, 4</a>
 */
@Hidden
@RestController
@RequestMapping(ScimSecurity.PATH)
class ScimDiscoveryController {

	private final JsonNode documents;

	ScimDiscoveryController(JsonMapper json, @Value("${parley.public-url}") URI site) {
		try {
			var text = new ClassPathResource("scim.json").getContentAsString(StandardCharsets.UTF_8);
			this.documents = json.readTree(text.replace("{base}", site + ScimSecurity.PATH));
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	@GetMapping("/ServiceProviderConfig")
	ResponseEntity<JsonNode> config() {
		return answer(this.documents.path("ServiceProviderConfig"));
	}

	@GetMapping("/ResourceTypes")
	ResponseEntity<JsonNode> types(@RequestParam(required = false) @Nullable String filter) {
		return all("ResourceTypes", filter);
	}

	@GetMapping("/Schemas")
	ResponseEntity<JsonNode> schemas(@RequestParam(required = false) @Nullable String filter) {
		return all("Schemas", filter);
	}

	@GetMapping("/ResourceTypes/{id}")
	ResponseEntity<JsonNode> type(@PathVariable String id) {
		return answer(find("ResourceTypes", id));
	}

	@GetMapping("/Schemas/{id}")
	ResponseEntity<JsonNode> schema(@PathVariable String id) {
		return answer(find("Schemas", id));
	}

	private ResponseEntity<JsonNode> all(String name, @Nullable String filter) {
		if (filter != null) {
			throw new ScimException(HttpStatus.FORBIDDEN, null, "These resources cannot be filtered.");
		}
		var found = list(name);
		return answer(ScimJson.list(found, found.size(), 1));
	}

	private List<ObjectNode> list(String name) {
		return StreamSupport.stream(this.documents.path(name).spliterator(), false).map(JsonNode::asObject).toList();
	}

	private JsonNode find(String name, String id) {
		return list(name).stream()
			.filter((one) -> one.path("id").asString("").equals(id))
			.findFirst()
			.orElseThrow(() -> ScimException.notFound(id));
	}

	private static ResponseEntity<JsonNode> answer(JsonNode body) {
		return ResponseEntity.ok().contentType(ScimJson.TYPE).body(body);
	}

}
