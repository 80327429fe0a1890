package org.parley.forum.profile;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import jakarta.validation.constraints.AssertTrue;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import org.jspecify.annotations.Nullable;
import org.parley.forum.member.AuthorNames;
import org.parley.forum.member.Member;
import org.parley.forum.member.PersonView;
import org.parley.platform.domain.Caller;
import org.parley.platform.web.EntityTagResponses;
import org.parley.platform.web.paging.PageQuery;
import org.parley.platform.web.paging.Paged;
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
	@Operation(summary = "List members, the newest first, or suggest those whose name begins with a text")
	ResponseEntity<Paged<PersonView>> list(@Valid @ParameterObject MemberSuggestionQuery query, Caller caller) {
		var text = query.q();
		var found = (text != null)
				? Paged.of(this.authorNames.beginningWith(text, query.size()), null, null, query.size())
				: this.authorNames.newest(query);
		return EntityTagResponses.of(found.map(Member::person));
	}

	/**
	 * A query for members, such as those whom somebody may want to mention or to write
	 * to.
	 *
	 * @param q the beginning of a username or a displayed name, ignoring case; all
	 * members without it
	 * @param cursor the position in the list of all members
	 * @param limit the maximum number of members
	 */
	record MemberSuggestionQuery(
			@Pattern(regexp = "[^\\s\\p{Cc}][^\\p{Cc}]{0,49}",
					message = "must be the beginning of a name, of up to 50 characters") @Nullable String q,
			@Size(max = 512, message = "must be a cursor of this list") @Nullable String cursor,
			@Min(1) @Max(20) @Nullable Integer limit) implements PageQuery {

		private static final int DEFAULT = 8;

		@AssertTrue(message = "is for the list of all members")
		boolean isCursorOfAll() {
			return this.cursor == null || this.q == null;
		}

		@Override
		public int size() {
			return (this.limit != null) ? this.limit : DEFAULT;
		}

	}

}
