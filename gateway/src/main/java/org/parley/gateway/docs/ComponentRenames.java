package org.parley.gateway.docs;

import java.util.Map;
import java.util.TreeMap;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;
import tools.jackson.databind.node.StringNode;

/** New names for components that other documents define differently. */
final class ComponentRenames {

	private static final String SECURITY_SCHEMES = "securitySchemes";

	/** Maps {@code #/components/kind/name} to the reference with the new name. */
	private final Map<String, String> references = new TreeMap<>();

	private final String prefix;

	private ComponentRenames(String service) {
		this.prefix = service + "_";
	}

	/**
	 * Renaming a component changes its referrers, which may then differ as well, so the
	 * search repeats until it finds no more.
	 */
	static ComponentRenames of(String service, ObjectNode document, ObjectNode taken) {
		var renaming = new ComponentRenames(service);
		boolean more = true;
		while (more) {
			more = renaming.addRenames(document, taken);
		}
		return renaming;
	}

	ObjectNode apply(ObjectNode document) {
		var renamed = (ObjectNode) rewrite(document);
		for (var kind : document.path("components").properties()) {
			ObjectNode components = renamed.withObjectProperty("components").withObjectProperty(kind.getKey());
			for (String name : kind.getValue().propertyNames()) {
				String newName = newName(kind.getKey(), name);
				if (!newName.equals(name)) {
					components.set(newName, components.remove(name));
				}
			}
		}
		return renamed;
	}

	private boolean addRenames(ObjectNode document, ObjectNode taken) {
		int before = this.references.size();
		for (var kind : document.path("components").properties()) {
			for (var component : kind.getValue().properties()) {
				JsonNode other = taken.path(kind.getKey()).path(component.getKey());
				if (!other.isMissingNode() && !other.equals(rewrite(component.getValue()))) {
					this.references.put(reference(kind.getKey(), component.getKey()),
							reference(kind.getKey(), this.prefix + component.getKey()));
				}
			}
		}
		return this.references.size() > before;
	}

	private JsonNode rewrite(JsonNode node) {
		return switch (node) {
			case ObjectNode object -> rewriteObject(object);
			case ArrayNode array -> {
				ArrayNode copy = array.arrayNode();
				array.forEach((element) -> copy.add(rewrite(element)));
				yield copy;
			}
			case StringNode text -> StringNode.valueOf(this.references.getOrDefault(text.asString(), text.asString()));
			default -> node;
		};
	}

	private ObjectNode rewriteObject(ObjectNode object) {
		ObjectNode copy = object.objectNode();
		for (var property : object.properties()) {
			copy.set(property.getKey(), rewriteProperty(property.getKey(), property.getValue()));
		}
		return copy;
	}

	/** Examples and names of schema properties are not references. */
	private JsonNode rewriteProperty(String name, JsonNode value) {
		return switch (name) {
			case "security" -> value.isArray() ? rewriteSecurity(value) : rewrite(value);
			case "example", "examples" -> value;
			case "properties" -> value.isObject() ? rewriteNamed((ObjectNode) value) : value;
			default -> rewrite(value);
		};
	}

	private ObjectNode rewriteNamed(ObjectNode schemas) {
		ObjectNode copy = schemas.objectNode();
		schemas.properties().forEach((schema) -> copy.set(schema.getKey(), rewrite(schema.getValue())));
		return copy;
	}

	/** Security requirements name their schemes without a reference. */
	private ArrayNode rewriteSecurity(JsonNode requirements) {
		ArrayNode copy = ((ArrayNode) requirements).arrayNode();
		for (JsonNode requirement : requirements) {
			ObjectNode renamed = copy.addObject();
			requirement.properties()
				.forEach((scheme) -> renamed.set(newName(SECURITY_SCHEMES, scheme.getKey()), scheme.getValue()));
		}
		return copy;
	}

	private String newName(String kind, String name) {
		String reference = reference(kind, name);
		String renamed = this.references.getOrDefault(reference, reference);
		return renamed.substring(renamed.lastIndexOf('/') + 1);
	}

	private static String reference(String kind, String name) {
		return "#/components/" + kind + "/" + name;
	}

}
