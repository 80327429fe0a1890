package org.parley.forum.category.moderator;

import java.util.Comparator;
import java.util.List;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;
import org.parley.forum.category.CategoryAccess;
import org.parley.forum.member.Member;
import org.parley.forum.member.Members;
import org.parley.forum.member.PersonView;
import org.parley.platform.domain.Caller;
import org.parley.platform.readmodels.category.Rights;
import org.parley.platform.web.Data;
import org.parley.platform.web.EntityTagResponses;

import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping("/api/v1/categories/{slug}/moderators")
@Tag(name = "Moderators")
class ModeratorController {

	private final CategoryAccess access;

	private final Members members;

	private final AppointModerator appointModerator;

	ModeratorController(CategoryAccess access, Members members, AppointModerator appointModerator) {
		this.access = access;
		this.members = members;
		this.appointModerator = appointModerator;
	}

	@GetMapping
	@Operation(summary = "List the appointed moderators of a category by username")
	ResponseEntity<Data<List<PersonView>>> moderators(@PathVariable String slug, @Nullable Caller caller) {
		var category = this.access.visible(slug, Rights.of(caller));
		var moderators = this.members.byId(category.moderators())
			.values()
			.stream()
			.map(Member::person)
			.sorted(Comparator.comparing(PersonView::username, String.CASE_INSENSITIVE_ORDER))
			.toList();
		return EntityTagResponses.of(new Data<>(moderators));
	}

	@PutMapping("/{username}")
	@ResponseStatus(HttpStatus.NO_CONTENT)
	@Operation(summary = "Appoint a moderator of a category")
	void appoint(@PathVariable String slug, @PathVariable String username, Caller caller) {
		this.appointModerator.appoint(slug, username, caller);
	}

	@DeleteMapping("/{username}")
	@ResponseStatus(HttpStatus.NO_CONTENT)
	@Operation(summary = "Dismiss a moderator of a category")
	void dismiss(@PathVariable String slug, @PathVariable String username, Caller caller) {
		this.appointModerator.dismiss(slug, username, caller);
	}

}
