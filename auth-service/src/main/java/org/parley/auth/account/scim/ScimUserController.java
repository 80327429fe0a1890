package org.parley.auth.account.scim;

import java.net.URI;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;

import io.swagger.v3.oas.annotations.Hidden;
import org.jspecify.annotations.Nullable;
import org.parley.auth.user.User;
import org.parley.auth.user.client.ClientDevice;
import org.parley.auth.user.group.UserGroup;
import org.parley.auth.user.group.UserGroups;
import org.parley.auth.user.profile.SupportedLanguage;
import org.parley.platform.domain.Caller;
import org.springdoc.core.annotations.ParameterObject;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

import org.springframework.beans.factory.annotation.Value;
import org.springframework.data.mongodb.core.MongoOperations;
import org.springframework.data.mongodb.core.query.Criteria;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PatchMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestAttribute;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** Accounts, as directories see them. */
@Hidden
@RestController
@RequestMapping(ScimSecurity.PATH + "/Users")
class ScimUserController {

	private static final Map<String, Function<String, Criteria>> FILTERS = Map.of("id",
			(value) -> Criteria.where("_id").is(value), "username", ScimUserController::named, "externalid",
			(value) -> Criteria.where("directory.externalId").is(value), "emails", ScimUserController::addressed,
			"emails.value", ScimUserController::addressed, "displayname",
			(value) -> Criteria.where("profile.displayName").is(value), "active", ScimUserController::active, "groups",
			ScimUserController::inGroup, "groups.value", ScimUserController::inGroup);

	private final ScimUsers scimUsers;

	private final UserGroups groups;

	private final MongoOperations mongo;

	private final String base;

	ScimUserController(ScimUsers scimUsers, UserGroups groups, MongoOperations mongo,
			@Value("${parley.public-url}") URI site) {
		this.scimUsers = scimUsers;
		this.groups = groups;
		this.mongo = mongo;
		this.base = site + ScimSecurity.PATH;
	}

	/**
	 * Lists accounts. One that no directory knows yet has its address as its name, if it
	 * is verified; a username proves nothing to a directory.
	 */
	@GetMapping
	ResponseEntity<ObjectNode> list(@ParameterObject ScimQuery query) {
		var shown = Criteria.where("erasureAt")
			.is(null)
			.and("awaitsApproval")
			.is(null)
			.orOperator(Criteria.where("directory").ne(null), Criteria.where("emailVerified").is(true));
		var page = query.read(this.mongo, User.class, shown, FILTERS, (user) -> json(user, query));
		return ResponseEntity.ok().contentType(ScimJson.TYPE).body(page);
	}

	@PostMapping
	ResponseEntity<ObjectNode> create(@RequestBody JsonNode resource, @ParameterObject ScimQuery query,
			@RequestAttribute(ScimSecurity.DIRECTORY) Caller directory, ClientDevice clientDevice) {
		var user = this.scimUsers.create(ScimPerson.read(resource, null), language(resource), directory, clientDevice);
		return ScimJson.answer(HttpStatus.CREATED, json(user, query), null);
	}

	/**
	 * That of a new account. Its owner may change it, so later requests do not (RFC 7643,
	 * section 4.1.1).
	 */
	private static Locale language(JsonNode resource) {
		return SupportedLanguage.read(Stream.of("preferredLanguage", "locale")
			.map((name) -> ScimJson.find(resource, name).asString(""))
			.toList());
	}

	@GetMapping("/{id}")
	ResponseEntity<ObjectNode> get(@PathVariable String id,
			@RequestHeader(name = HttpHeaders.IF_NONE_MATCH, required = false) @Nullable String ifNoneMatch,
			@ParameterObject ScimQuery query) {
		return ScimJson.answer(HttpStatus.OK, json(this.scimUsers.require(id), query), ifNoneMatch);
	}

	@PutMapping("/{id}")
	ResponseEntity<ObjectNode> replace(@PathVariable String id,
			@RequestHeader(name = HttpHeaders.IF_MATCH, required = false) @Nullable String ifMatch,
			@RequestBody JsonNode resource, @ParameterObject ScimQuery query,
			@RequestAttribute(ScimSecurity.DIRECTORY) Caller directory, ClientDevice clientDevice) {
		var user = change(id, ifMatch, (present) -> ScimPerson.read(resource, present), directory, clientDevice);
		return ScimJson.answer(HttpStatus.OK, json(user, query), null);
	}

	@PatchMapping("/{id}")
	ResponseEntity<ObjectNode> patch(@PathVariable String id,
			@RequestHeader(name = HttpHeaders.IF_MATCH, required = false) @Nullable String ifMatch,
			@RequestBody JsonNode request, @ParameterObject ScimQuery query,
			@RequestAttribute(ScimSecurity.DIRECTORY) Caller directory, ClientDevice clientDevice) {
		var operations = ScimOperation.read(request);
		var user = change(id, ifMatch, (present) -> present.with(operations), directory, clientDevice);
		return ScimJson.answer(HttpStatus.OK, json(user, query), null);
	}

	@DeleteMapping("/{id}")
	@ResponseStatus(HttpStatus.NO_CONTENT)
	void delete(@PathVariable String id,
			@RequestHeader(name = HttpHeaders.IF_MATCH, required = false) @Nullable String ifMatch,
			@RequestAttribute(ScimSecurity.DIRECTORY) Caller directory, ClientDevice clientDevice) {
		this.scimUsers.delete(id, (user) -> ScimJson.requireVersion(ifMatch, user.version()), directory, clientDevice);
	}

	private User change(String id, @Nullable String ifMatch, UnaryOperator<ScimPerson> change, Caller directory,
			ClientDevice clientDevice) {
		return this.scimUsers.change(id, (present) -> ScimJson.requireVersion(ifMatch, present.version()), change,
				directory, clientDevice);
	}

	private ObjectNode json(User user, ScimQuery query) {
		var memberships = user.groups().isEmpty() ? List.<UserGroup>of() : this.groups.findAllById(user.groups());
		return query.reduce(ScimJson.user(user, memberships, this.base));
	}

	private static Criteria named(String name) {
		return new Criteria().orOperator(Criteria.where("directory.userNameKey").is(ScimJson.key(name)),
				addressed(name).and("directory").is(null));
	}

	private static Criteria addressed(String address) {
		return Criteria.where("emailKey").is(address.contains("@") ? User.emailKeyOf(address) : "");
	}

	private static Criteria inGroup(String group) {
		return Criteria.where("groups").is(group);
	}

	private static Criteria active(String value) {
		return value.equalsIgnoreCase("false") ? Criteria.where("directory.active").is(false)
				: Criteria.where("directory.active").ne(false);
	}

}
