package org.parley.forum.profile;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import org.parley.forum.member.Authors;
import org.parley.forum.tally.Reputations;
import org.parley.platform.web.Answers;
import org.parley.platform.web.Data;

import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping("/api/v1/members/{username}")
@Tag(name = "Members")
class ProfileController {

	private final Authors authors;

	private final Reputations reputations;

	ProfileController(Authors authors, Reputations reputations) {
		this.authors = authors;
		this.reputations = reputations;
	}

	@GetMapping
	@Operation(summary = "A person as the forum knows them, with their reputation")
	ResponseEntity<Data<Profile>> get(@PathVariable String username) {
		var member = this.authors.require(username);
		return Answers.of(new Data<>(new Profile(member.person(), this.reputations.of(member.id()))));
	}

}
