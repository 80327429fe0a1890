package org.parley.auth.account.scim;

import java.net.URI;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;

import io.swagger.v3.oas.annotations.Hidden;
import org.jspecify.annotations.Nullable;
import org.parley.auth.account.scim.ScimGroups.Draft;
import org.parley.auth.user.group.UserGroup;
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

/** Groups, as directories see them. */
@Hidden
@RestController
@RequestMapping(ScimSecurity.PATH + "/Groups")
class ScimGroupController {

	private static final String MEMBERS = "members";

	private final Map<String, Function<String, Criteria>> filters = Map.of("id",
			(value) -> Criteria.where("_id").is(value), "displayname",
			(value) -> Criteria.where("nameKey").is(UserGroup.keyOf(value)), "externalid",
			(value) -> Criteria.where("externalId").is(value), MEMBERS, this::withMember, "members.value",
			this::withMember);

	private final ScimGroups scimGroups;

	private final MongoOperations mongo;

	private final String base;

	ScimGroupController(ScimGroups scimGroups, MongoOperations mongo, @Value("${parley.public-url}") URI site) {
		this.scimGroups = scimGroups;
		this.mongo = mongo;
		this.base = site + ScimSecurity.PATH;
	}

	@GetMapping
	ResponseEntity<ObjectNode> list(@ParameterObject ScimQuery query) {
		var page = query.read(this.mongo, UserGroup.class, new Criteria(), this.filters, (group) -> json(group, query));
		return ResponseEntity.ok().contentType(ScimJson.TYPE).body(page);
	}

	@PostMapping
	ResponseEntity<ObjectNode> create(@RequestBody JsonNode resource, @ParameterObject ScimQuery query,
			@RequestAttribute(ScimSecurity.DIRECTORY) Caller directory) {
		return ScimJson.answer(HttpStatus.CREATED, json(this.scimGroups.create(resource, directory), query), null);
	}

	@GetMapping("/{id}")
	ResponseEntity<ObjectNode> get(@PathVariable String id,
			@RequestHeader(name = HttpHeaders.IF_NONE_MATCH, required = false) @Nullable String ifNoneMatch,
			@ParameterObject ScimQuery query) {
		return ScimJson.answer(HttpStatus.OK, json(this.scimGroups.require(id), query), ifNoneMatch);
	}

	@PutMapping("/{id}")
	ResponseEntity<ObjectNode> replace(@PathVariable String id,
			@RequestHeader(name = HttpHeaders.IF_MATCH, required = false) @Nullable String ifMatch,
			@RequestBody JsonNode resource, @ParameterObject ScimQuery query,
			@RequestAttribute(ScimSecurity.DIRECTORY) Caller directory) {
		var group = change(id, ifMatch, (_) -> Draft.read(resource, Set.of()), directory);
		return ScimJson.answer(HttpStatus.OK, json(group, query), null);
	}

	@PatchMapping("/{id}")
	ResponseEntity<ObjectNode> patch(@PathVariable String id,
			@RequestHeader(name = HttpHeaders.IF_MATCH, required = false) @Nullable String ifMatch,
			@RequestBody JsonNode request, @ParameterObject ScimQuery query,
			@RequestAttribute(ScimSecurity.DIRECTORY) Caller directory) {
		var operations = ScimOperation.read(request);
		var group = change(id, ifMatch, (present) -> {
			var draft = present;
			for (var operation : operations) {
				draft = draft.with(operation);
			}
			return draft;
		}, directory);
		return ScimJson.answer(HttpStatus.OK, json(group, query), null);
	}

	@DeleteMapping("/{id}")
	@ResponseStatus(HttpStatus.NO_CONTENT)
	void delete(@PathVariable String id,
			@RequestHeader(name = HttpHeaders.IF_MATCH, required = false) @Nullable String ifMatch,
			@RequestAttribute(ScimSecurity.DIRECTORY) Caller directory) {
		this.scimGroups.delete(id, (group) -> ScimJson.requireVersion(ifMatch, group.version()), directory);
	}

	private UserGroup change(String id, @Nullable String ifMatch, Function<Draft, Draft> change, Caller directory) {
		return this.scimGroups.change(id, (present) -> ScimJson.requireVersion(ifMatch, present.version()), change,
				directory);
	}

	private Criteria withMember(String userId) {
		return Criteria.where("_id").in(this.scimGroups.groupsOf(userId));
	}

	private ObjectNode json(UserGroup group, ScimQuery query) {
		var members = query.wants(MEMBERS) ? this.scimGroups.members(group.id()) : null;
		return query.reduce(ScimJson.group(group, members, this.base));
	}

}
