package org.parley.forum.profile;

import java.util.List;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import org.jspecify.annotations.Nullable;
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

	/**
	 * A query for members whom somebody may want to mention or to write to.
	 *
	 * @param q the beginning of a username or a displayed name, ignoring case
	 * @param limit the maximum number of members
	 */
	record MemberSuggestionQuery(
			@NotNull(message = "is required") @Pattern(regexp = "[^\\s\\p{Cntrl}][^\\p{Cntrl}]{0,49}",
					message = "must be the beginning of a name, of up to 50 characters") String q,
			@Min(value = 1, message = "must be at least 1") @Max(value = 20,
					message = "must be at most 20") @Nullable Integer limit) {

		private static final int DEFAULT = 8;

		int size() {
			return (this.limit != null) ? this.limit : DEFAULT;
		}

	}

}
