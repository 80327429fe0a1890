package org.parley.forum.profile;

import java.util.List;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import org.parley.forum.member.AuthorNames;
import org.parley.forum.member.Member;
import org.parley.forum.member.PersonView;
import org.parley.platform.domain.Caller;
import org.parley.platform.web.Data;
import org.parley.platform.web.EntityTagResponses;
import org.springdoc.core.annotations.ParameterObject;

import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

@RestController
@Tag(name = "Members")
class MemberSuggestionController {

	private final AuthorNames authorNames;

	MemberSuggestionController(AuthorNames authorNames) {
		this.authorNames = authorNames;
	}

	@GetMapping("/api/v1/members")
	@Operation(summary = "Suggest members whose username or displayed name begins with a text")
	ResponseEntity<Data<List<PersonView>>> list(@Valid @ParameterObject MemberSuggestionQuery query, Caller caller) {
		var found = this.authorNames.beginningWith(query.q(), query.size());
		return EntityTagResponses.of(new Data<>(found.stream().map(Member::person).toList()));
	}

}
