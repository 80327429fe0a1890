package org.parley.auth.account.scim;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;

import org.jspecify.annotations.Nullable;
import org.parley.auth.user.DirectoryEntry;
import org.parley.auth.user.User;
import org.parley.auth.user.group.UserGroup;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.MissingNode;
import tools.jackson.databind.node.ObjectNode;

import org.springframework.http.CacheControl;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;

/**
 * Writes resources with their versions, and reads attributes, whose names have no case.
 */
final class ScimJson {

	static final MediaType TYPE = MediaType.parseMediaType("application/scim+json");

	static final String USER = "urn:ietf:params:scim:schemas:core:2.0:User";

	static final String GROUP = "urn:ietf:params:scim:schemas:core:2.0:Group";

	private static final String LIST = "urn:ietf:params:scim:api:messages:2.0:ListResponse";

	private static final JsonNodeFactory NODES = JsonNodeFactory.instance;

	private ScimJson() {
	}

	/** The attribute with a name; missing if there is none. */
	static JsonNode find(JsonNode object, String name) {
		var exact = object.path(name);
		return !exact.isMissingNode() ? exact
				: object.propertyNames()
					.stream()
					.filter(name::equalsIgnoreCase)
					.findFirst()
					.<JsonNode>map(object::path)
					.orElse(MissingNode.getInstance());
	}

	/**
	 * A text; null if it is absent or null. Some directories send a list of one, and
	 * objects with a value.
	 * @throws ScimException 400 if it is anything else
	 */
	static @Nullable String text(JsonNode given, String name) {
		var one = single(given);
		var value = (one.isObject() && one.has("value")) ? one.path("value") : one;
		if (value.isMissingNode() || value.isNull()) {
			return null;
		}
		if (!value.isString()) {
			throw ScimException.value(name, "must be a string");
		}
		return value.asString();
	}

	/** The value, or that of a list of one. */
	static JsonNode single(JsonNode value) {
		return (value.isArray() && value.size() == 1) ? value.get(0) : value;
	}

	/**
	 * Requires an attribute.
	 * @throws ScimException 400 {@code invalidValue}
	 */
	static String required(@Nullable String value, String name) {
		if (value == null) {
			throw ScimException.value(name, "is required");
		}
		return value;
	}

	/** Writes an account with the groups that it belongs to. */
	static ObjectNode user(User user, Collection<UserGroup> groups, String base) {
		var person = ScimPerson.of(user);
		var json = NODES.objectNode();
		json.putArray("schemas").add(USER);
		json.put("id", user.id());
		put(json, "externalId", person.externalId());
		json.put("userName", person.userName());
		json.put("displayName", person.displayName());
		json.putObject("name").put("formatted", person.displayName());
		json.putArray("emails").addObject().put("value", person.email()).put("type", "work").put("primary", true);
		json.put("active", person.active());
		json.put("locale", user.profile().locale());
		json.put("timezone", user.profile().timeZone());
		var list = json.putArray("groups");
		groups.forEach((group) -> list.addObject()
			.put("value", group.id())
			.put("display", group.name())
			.put("$ref", base + "/Groups/" + group.id())
			.put("type", "direct"));
		json.putObject("meta")
			.put("resourceType", "User")
			.put("created", time(user.createdAt()))
			.put("location", base + "/Users/" + user.id())
			.put("version", tag(user.version()));
		return json;
	}

	/** Writes a group; null members are left out. */
	static ObjectNode group(UserGroup group, @Nullable Collection<User> members, String base) {
		var json = NODES.objectNode();
		json.putArray("schemas").add(GROUP);
		json.put("id", group.id());
		put(json, "externalId", group.externalId());
		json.put("displayName", group.name());
		if (members != null) {
			var list = json.putArray("members");
			members.forEach((user) -> list.addObject()
				.put("value", user.id())
				.put("display", name(user))
				.put("$ref", base + "/Users/" + user.id())
				.put("type", "User"));
		}
		json.putObject("meta")
			.put("resourceType", "Group")
			.put("created", time(group.createdAt()))
			.put("lastModified", time(group.changedAt()))
			.put("location", base + "/Groups/" + group.id())
			.put("version", tag(group.version()));
		return json;
	}

	/** The directory's name of an account; the address if no directory knows it. */
	static String name(User user) {
		var entry = user.directory();
		return (entry != null) ? entry.userName() : user.email();
	}

	/** As stored, to the millisecond. */
	private static String time(Instant instant) {
		return instant.truncatedTo(ChronoUnit.MILLIS).toString();
	}

	private static void put(ObjectNode json, String name, @Nullable String value) {
		if (value != null) {
			json.put(name, value);
		}
	}

	/** The entity tag of a version. */
	static String tag(long version) {
		return "W/\"%d\"".formatted(version);
	}

	/**
	 * Requires the version that a request is about.
	 * @throws ScimException 412
	 */
	static void requireVersion(@Nullable String ifMatch, long version) {
		if (ifMatch != null && !names(ifMatch, tag(version))) {
			throw new ScimException(HttpStatus.PRECONDITION_FAILED, null, "The resource has changed.");
		}
	}

	/** Answers with a resource, or 304 if the client has it. */
	static ResponseEntity<ObjectNode> answer(HttpStatus status, ObjectNode resource, @Nullable String ifNoneMatch) {
		var tag = resource.at("/meta/version").asString();
		var known = ifNoneMatch != null && names(ifNoneMatch, tag);
		var answer = ResponseEntity.status(known ? HttpStatus.NOT_MODIFIED : status)
			.cacheControl(CacheControl.noStore())
			.header(HttpHeaders.ETAG, tag);
		if (known) {
			return answer.build();
		}
		if (status == HttpStatus.CREATED) {
			answer.header(HttpHeaders.LOCATION, resource.at("/meta/location").asString());
		}
		return answer.contentType(TYPE).body(resource);
	}

	/** Compares weakly. */
	private static boolean names(String header, String tag) {
		return Arrays.stream(header.split(",", 100))
			.map(String::strip)
			.anyMatch((one) -> one.equals("*") || opaque(one).equals(opaque(tag)));
	}

	private static String opaque(String tag) {
		return tag.startsWith("W/") ? tag.substring(2) : tag;
	}

	/** Writes a page of resources. */
	static ObjectNode list(List<ObjectNode> resources, long total, long startIndex) {
		var json = NODES.objectNode();
		json.putArray("schemas").add(LIST);
		json.put("totalResults", total);
		json.put("startIndex", startIndex);
		json.put("itemsPerPage", resources.size());
		json.putArray("Resources").addAll(resources);
		return json;
	}

	/** The key by which user names are compared. */
	static String key(String userName) {
		return DirectoryEntry.keyOf(userName.strip());
	}

}
