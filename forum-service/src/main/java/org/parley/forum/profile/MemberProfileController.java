package org.parley.forum.profile;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;
import org.parley.forum.counter.Reputations;
import org.parley.forum.member.AuthorNames;
import org.parley.forum.member.PersonView;
import org.parley.platform.web.Data;
import org.parley.platform.web.EntityTagResponses;

import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping("/api/v1/members/{username}")
@Tag(name = "Members")
class MemberProfileController {

	private final AuthorNames authorNames;

	private final Reputations reputations;

	MemberProfileController(AuthorNames authorNames, Reputations reputations) {
		this.authorNames = authorNames;
		this.reputations = reputations;
	}

	@GetMapping
	@Operation(summary = "Get a member with their reputation")
	ResponseEntity<Data<MemberProfile>> get(@PathVariable String username) {
		var member = this.authorNames.require(username);
		return EntityTagResponses.of(new Data<>(new MemberProfile(member.person(), this.reputations.of(member.id()))));
	}

	/**
	 * A member with their reputation.
	 *
	 * @param person the member as shown to others
	 * @param reputation upvotes minus downvotes on all threads and posts of the member
	 */
	record MemberProfile(@JsonUnwrapped PersonView person, @Schema(example = "42") int reputation) {
	}

}
