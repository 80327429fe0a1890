package org.parley.gateway.docs;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Supplier;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

import org.springframework.util.function.SingletonSupplier;

/**
 * Merges the OpenAPI documents of the services. A component that two services define
 * differently gets the name of the second service as a prefix.
 */
final class MergedApiDocument {

	private static final String COMPONENTS = "components";

	private final ObjectNode document = JsonMapper.shared().createObjectNode();

	private final Map<String, JsonNode> tags = new TreeMap<>();

	private final List<String> silent = new ArrayList<>();

	private final Supplier<CompressedContent> content = SingletonSupplier.of(() -> new CompressedContent(toJson()));

	private MergedApiDocument() {
		this.document.put("openapi", "3.1.0");
		ObjectNode info = this.document.putObject("info");
		info.put("title", "Parley");
		info.put("version", "v1");
		this.document.putArray("servers").addObject().put("url", "/");
		this.document.putArray("tags");
		this.document.putObject("paths");
		this.document.putObject(COMPONENTS);
	}

	static MergedApiDocument of(List<ServiceDescription> descriptions) {
		var common = new MergedApiDocument();
		descriptions.forEach(common::add);
		common.finish();
		return common;
	}

	boolean isComplete() {
		return this.silent.isEmpty();
	}

	CompressedContent content() {
		return this.content.get();
	}

	byte[] toJson() {
		return JsonMapper.shared().writeValueAsBytes(this.document);
	}

	private void add(ServiceDescription serviceDescription) {
		ObjectNode original = serviceDescription.document();
		if (original == null) {
			this.silent.add(serviceDescription.service());
			return;
		}
		ObjectNode added = ComponentRenames.of(serviceDescription.service(), original, components()).apply(original);
		for (var kind : added.path(COMPONENTS).properties()) {
			components().withObjectProperty(kind.getKey()).setAll((ObjectNode) kind.getValue());
		}
		for (var path : added.path("paths").properties()) {
			this.document.withObjectProperty("paths")
				.withObjectProperty(path.getKey())
				.setAll((ObjectNode) path.getValue());
		}
		added.path("tags").forEach((tag) -> this.tags.putIfAbsent(tag.path("name").asString(), tag));
		added.path("paths")
			.valueStream()
			.flatMap(JsonNode::valueStream)
			.flatMap((operation) -> operation.path("tags").valueStream())
			.forEach((tag) -> this.tags.computeIfAbsent(tag.asString(),
					(name) -> JsonMapper.shared().createObjectNode().put("name", name)));
	}

	private void finish() {
		this.document.withArrayProperty("tags").addAll(this.tags.values());
		String note = isComplete() ? ""
				: "\n\nThese services did not answer and are missing: " + String.join(", ", this.silent) + ".";
		this.document.withObjectProperty("info")
			.put("description", "Discussions that stay civil, searchable and live." + note);
	}

	private ObjectNode components() {
		return this.document.withObjectProperty(COMPONENTS);
	}

}
