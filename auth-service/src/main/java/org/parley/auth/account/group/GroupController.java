package org.parley.auth.account.group;

import java.net.URI;
import java.time.Instant;
import java.util.List;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import org.parley.auth.user.User;
import org.parley.auth.user.Users;
import org.parley.auth.user.group.ChangeMembership;
import org.parley.auth.user.group.ManageGroups;
import org.parley.auth.user.group.UserGroup;
import org.parley.auth.user.group.UserGroups;
import org.parley.platform.domain.Caller;
import org.parley.platform.text.name.ShownName;
import org.parley.platform.web.Data;
import org.parley.platform.web.EntityTagResponses;
import org.parley.platform.web.IfMatch;
import org.parley.platform.web.idempotency.Idempotent;
import org.parley.platform.web.paging.PageParameters;
import org.parley.platform.web.paging.Paged;
import org.springdoc.core.annotations.ParameterObject;

import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PatchMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** Lets administrators manage groups and their members. */
@RestController
@RequestMapping(GroupController.PATH)
@Tag(name = "Administration")
class GroupController {

	static final String PATH = "/api/v1/admin/groups";

	private final UserGroups groups;

	private final Users users;

	private final GroupMembers members;

	private final ManageGroups manageGroups;

	private final ChangeMembership changeMembership;

	GroupController(UserGroups groups, Users users, GroupMembers members, ManageGroups manageGroups,
			ChangeMembership changeMembership) {
		this.groups = groups;
		this.users = users;
		this.members = members;
		this.manageGroups = manageGroups;
		this.changeMembership = changeMembership;
	}

	@GetMapping
	@Operation(summary = "List all groups by name")
	ResponseEntity<Data<List<GroupView>>> list() {
		return EntityTagResponses.of(new Data<>(this.groups.findInOrder().stream().map(this::view).toList()));
	}

	@PostMapping
	@Idempotent
	@ApiResponse(responseCode = "201")
	@Operation(summary = "Create a group")
	ResponseEntity<Data<GroupView>> create(@Valid @RequestBody GroupRequest request, Caller caller) {
		var view = view(this.manageGroups.create(request.name(), null, caller.id()));
		return ResponseEntity.created(URI.create(PATH + "/" + view.id())).body(new Data<>(view));
	}

	@GetMapping("/{id}")
	@Operation(summary = "Get a group")
	ResponseEntity<Data<GroupView>> get(@PathVariable String id) {
		return respond(this.groups.require(id));
	}

	@PatchMapping("/{id}")
	@Operation(summary = "Rename a group")
	ResponseEntity<Data<GroupView>> rename(@PathVariable String id, IfMatch condition,
			@Valid @RequestBody GroupRequest request, Caller caller) {
		var externalId = this.groups.require(id).externalId();
		return respond(this.manageGroups.change(id, request.name(), externalId,
				(group) -> condition.require(group.version()), caller.id()));
	}

	@DeleteMapping("/{id}")
	@ResponseStatus(HttpStatus.NO_CONTENT)
	@Operation(summary = "Delete a group; its members lose its rights")
	void remove(@PathVariable String id, IfMatch condition, Caller caller) {
		this.manageGroups.remove(id, (group) -> condition.require(group.version()), caller.id());
	}

	@GetMapping("/{id}/members")
	@Operation(summary = "List the members of a group by username")
	ResponseEntity<Paged<GroupMemberView>> members(@PathVariable String id,
			@Valid @ParameterObject PageParameters page) {
		this.groups.require(id);
		return EntityTagResponses.of(this.members.page(id, page));
	}

	@PutMapping("/{id}/members/{username}")
	@ResponseStatus(HttpStatus.NO_CONTENT)
	@Operation(summary = "Add a person to a group; their access tokens become invalid, sessions stay")
	void add(@PathVariable String id, @PathVariable String username, Caller caller) {
		this.changeMembership.add(id, this.users.requireByUsername(username).id(), caller.id());
	}

	@DeleteMapping("/{id}/members/{username}")
	@ResponseStatus(HttpStatus.NO_CONTENT)
	@Operation(summary = "Remove a person from a group; their access tokens become invalid, sessions stay")
	void remove(@PathVariable String id, @PathVariable String username, Caller caller) {
		this.groups.require(id);
		this.changeMembership.remove(id, this.users.requireByUsername(username).id(), caller.id());
	}

	private ResponseEntity<Data<GroupView>> respond(UserGroup group) {
		return EntityTagResponses.of(group.version(), view(group));
	}

	private GroupView view(UserGroup group) {
		return new GroupView(group.id(), group.name(), this.users.countByGroups(group.id()), group.createdAt(),
				group.version());
	}

	/**
	 * A request to create or rename a group.
	 *
	 * @param name unique regardless of case
	 */
	@Schema(name = "GroupName")
	record GroupRequest(@Schema(example = "Staff") @NotNull @ShownName String name) {
	}

	/**
	 * A group.
	 *
	 * @param version increases with every change of the group
	 */
	@Schema(name = "Group")
	record GroupView(@Schema(example = "01KAG3A1B2C3D4E5F6G7H8J9K0") String id, @Schema(example = "Staff") String name,
			@Schema(example = "12") long members, Instant createdAt, long version) {
	}

	/** A member of a group. */
	@Schema(name = "GroupMember")
	record GroupMemberView(@Schema(example = "01KAG2V7Q8X4M6T0N3R5W9YZAB") String id,
			@Schema(example = "alice") String username, @Schema(example = "Alice Liddell") String displayName) {

		static GroupMemberView of(User user) {
			return new GroupMemberView(user.id(), user.username(), user.profile().displayName());
		}

	}

}
