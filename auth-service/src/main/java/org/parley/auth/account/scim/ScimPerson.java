package org.parley.auth.account.scim;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;

import jakarta.validation.Valid;
import org.jspecify.annotations.Nullable;
import org.parley.auth.user.DirectoryEntry.Name;
import org.parley.auth.user.User;
import org.parley.platform.text.StorableText;
import org.parley.platform.text.name.MailAddress;
import org.parley.platform.text.name.ShownName;
import tools.jackson.databind.JsonNode;

/**
 * The attributes of an account that a directory provisions. Other attributes are ignored.
 *
 * @param userName by which the directory knows the account
 * @param name from which the display name follows; null if the directory gives one
 */
record ScimPerson(@StorableText(min = 1, max = 254) @Nullable String userName,
		@StorableText(min = 1, max = 254) @Nullable String externalId, @ShownName @Nullable String displayName,
		@MailAddress @Nullable String email, boolean active, @Valid @Nullable Name name) {

	private static final String WORK = "work";

	private static final ScimPerson NOBODY = new ScimPerson(null, null, null, null, true, null);

	/** The account as it is. */
	static ScimPerson of(User user) {
		var entry = user.directory();
		return new ScimPerson(ScimJson.name(user), (entry != null) ? entry.externalId() : null,
				user.profile().displayName(), user.email(), entry == null || entry.active(),
				(entry != null) ? entry.name() : null);
	}

	/**
	 * Reads a resource. A name or address that is absent stays as it is, and in a new
	 * account follows from the user name. An account that is not active stays so, too,
	 * unless the directory says otherwise.
	 * @param present the account as it is; null for a new one
	 * @throws ScimException 400
	 */
	static ScimPerson read(JsonNode resource, @Nullable ScimPerson present) {
		if (!resource.isObject()) {
			throw ScimException.invalid("invalidSyntax", "The request must be an object.");
		}
		var person = NOBODY.withActive(present == null || present.active);
		for (var name : List.of("userName", "externalId", "displayName", "name", "emails", "active")) {
			var value = ScimJson.find(resource, name);
			if (!value.isMissingNode() && !(value.isNull() && name.equals("active"))) {
				person = person.with(new ScimOperation("replace", name.toLowerCase(Locale.ROOT), null, null, value));
			}
		}
		return person.completed((present != null) ? present : derived(person.userName));
	}

	private ScimPerson completed(ScimPerson other) {
		return new ScimPerson(this.userName, this.externalId,
				(this.displayName != null) ? this.displayName : other.displayName,
				(this.email != null) ? this.email : other.email, this.active,
				(this.displayName != null) ? this.name : other.name);
	}

	/** An address has the name of its owner before the at sign. */
	private static ScimPerson derived(@Nullable String userName) {
		if (userName == null || userName.indexOf('@') < 1) {
			return new ScimPerson(userName, null, userName, null, true, Name.UNKNOWN);
		}
		return new ScimPerson(userName, null, userName.substring(0, userName.indexOf('@')), userName, true,
				Name.UNKNOWN);
	}

	/**
	 * The attributes after some operations. An account always has an address, so one that
	 * is removed stays until there is another.
	 * @throws ScimException 400
	 */
	ScimPerson with(List<ScimOperation> operations) {
		var person = this;
		for (var operation : operations) {
			person = person.with(operation);
		}
		return (person.email != null) ? person : person.withEmail(this.email);
	}

	private ScimPerson with(ScimOperation operation) {
		var value = operation.value();
		return switch (operation.attribute()) {
			case "username" -> withUserName(operation.isRemoval() ? null : text(value, "userName"));
			case "externalid" -> withExternalId(operation.isRemoval() ? null : text(value, "externalId"));
			case "displayname" -> withDisplayName(operation.isRemoval() ? null : text(value, "displayName"));
			case "name" -> operation.isRemoval() ? this : withName(operation);
			case "emails" -> isAbout(this.email, operation) ? withEmails(operation) : this;
			case "active" -> withActive(!operation.isRemoval() && flag(value));
			case "id", "meta", "groups" ->
				throw ScimException.invalid("mutability", operation.attribute() + " is read-only here.");
			default -> this;
		};
	}

	/** A display name wins over the parts of a name. */
	private ScimPerson withName(ScimOperation operation) {
		if (operation.sub() == null && operation.value().isNull()) {
			return this;
		}
		if (operation.sub() == null && !operation.value().isObject()) {
			throw ScimException.value("name", "must be an object");
		}
		var formatted = part(operation, "formatted");
		var parts = Objects.requireNonNullElse(this.name, Name.UNKNOWN)
			.with(part(operation, "givenName"), part(operation, "familyName"));
		if (this.displayName != null && this.name == null) {
			return this;
		}
		var shown = (formatted != null) ? formatted : shown(parts);
		return shown.isEmpty() ? this : shownAs(shown, parts);
	}

	/**
	 * One part of a name of which the other is unknown does not replace all of it, but
	 * only what follows from that part.
	 */
	private String shown(Name parts) {
		if (this.displayName == null || this.name == null) {
			return parts.text();
		}
		var follows = parts.isComplete() || this.displayName.equals(this.name.text());
		return (parts.equals(this.name) || !follows) ? this.displayName : parts.text();
	}

	private static @Nullable String part(ScimOperation operation, String name) {
		if (operation.sub() != null && !operation.sub().equalsIgnoreCase(name)) {
			return null;
		}
		var text = text((operation.sub() != null) ? operation.value() : ScimJson.find(operation.value(), name),
				"name." + name);
		return (text != null && !text.isEmpty()) ? text : null;
	}

	/** A person has one address here, the primary one, for work. */
	private static boolean isAbout(@Nullable String address, ScimOperation operation) {
		return (operation.sub() == null || operation.sub().equals("value"))
				&& !operation.excludes(Map.of("type", WORK, "primary", "true"))
				&& (address == null || !operation.excludes(Map.of("value", address)));
	}

	/**
	 * The primary address counts, or else the first one. Others may be added beside the
	 * present one.
	 */
	private ScimPerson withEmails(ScimOperation operation) {
		var value = operation.value();
		if (operation.isRemoval()) {
			return withEmail(null);
		}
		if (operation.sub() != null) {
			return withEmail(text(value, "emails.value"));
		}
		if (value.isNull()) {
			return this;
		}
		var addresses = value.isArray() ? value.valueStream().toList() : List.of(value);
		var beside = operation.verb().equals("add") && this.email != null;
		return addresses.stream()
			.filter((one) -> isTrue(ScimJson.find(one, "primary")))
			.findFirst()
			.or(() -> addresses.stream().filter((one) -> !beside || isForWork(one)).findFirst())
			.map((one) -> withEmail(address(one)))
			.orElse(this);
	}

	private static boolean isForWork(JsonNode email) {
		return ScimJson.find(email, "type").asString("").equalsIgnoreCase(WORK);
	}

	private static @Nullable String address(JsonNode email) {
		return text(email.isObject() ? ScimJson.find(email, "value") : email, "emails.value");
	}

	private static boolean isTrue(JsonNode value) {
		return value.asString("").equalsIgnoreCase("true");
	}

	/** Some directories send {@code "True"} and {@code "False"}. */
	private static boolean flag(JsonNode value) {
		var text = ScimJson.single(value);
		if (text.isBoolean()) {
			return text.booleanValue();
		}
		if (text.isString() && text.asString().equalsIgnoreCase("true")) {
			return true;
		}
		if (text.isString() && text.asString().equalsIgnoreCase("false")) {
			return false;
		}
		throw ScimException.value("active", "must be true or false");
	}

	private static @Nullable String text(JsonNode value, String name) {
		var text = ScimJson.text(value, name);
		return (text != null) ? text.strip() : null;
	}

	private ScimPerson withUserName(@Nullable String name) {
		return new ScimPerson(name, this.externalId, this.displayName, this.email, this.active, this.name);
	}

	private ScimPerson withExternalId(@Nullable String id) {
		return new ScimPerson(this.userName, id, this.displayName, this.email, this.active, this.name);
	}

	private ScimPerson withDisplayName(@Nullable String text) {
		return shownAs(text, null);
	}

	private ScimPerson shownAs(@Nullable String text, @Nullable Name parts) {
		return new ScimPerson(this.userName, this.externalId, text, this.email, this.active, parts);
	}

	private ScimPerson withEmail(@Nullable String address) {
		return new ScimPerson(this.userName, this.externalId, this.displayName, address, this.active, this.name);
	}

	private ScimPerson withActive(boolean may) {
		return new ScimPerson(this.userName, this.externalId, this.displayName, this.email, may, this.name);
	}

}
